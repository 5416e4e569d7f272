package io.openalpha.run;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Records as failed what a dead process, or a lost connection, left open in the job repository, so that its run can be
 * resumed. It ended with its last sign of life. Only the holder of the job's lock may do so: for no other process it is
 * certain that it is dead.
 */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private static final String LEFT_OVER = "status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')";

    private static final String EXECUTIONS = """
            select e.job_execution_id from batch_job_execution e
            join batch_job_instance i on i.job_instance_id = e.job_instance_id
            where i.job_name = :job and e.""" + LEFT_OVER;

    /** While a shard is at work, other shards of its run may be, and no other run of its job. */
    private static final String BUT_OTHER_SHARDS = """
             and not exists (select from batch_job_execution_params r
                join batch_job_execution_params s on s.job_execution_id = r.job_execution_id
                where r.job_execution_id = e.job_execution_id and r.parameter_name = 'run.id' and r.parameter_value = :by
                    and s.parameter_name = 'shard' and s.parameter_value <> :shard)""";

    private static final String MEND = """
            status = 'FAILED', exit_code = 'FAILED', start_time = coalesce(start_time, create_time),
            end_time = coalesce(end_time, %s, localtimestamp), last_updated = localtimestamp, version = version + 1,
            exit_message = left(concat_ws(' ', 'recovered by run ' || :by || ' on ' || :host || ' at '
                || to_char(localtimestamp, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ': it was left ' || status
                || ' when its process or its connection ended', nullif(exit_message, '')), 2500)""";

    private static final String LAST_SIGN_OF_EXECUTION = """
            greatest(last_updated, (select max(s.end_time) from batch_step_execution s
                where s.job_execution_id = batch_job_execution.job_execution_id))""";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    Recovery(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Marks as FAILED what is not at work although it says so.
     *
     * @param by the run that does it
     * @param shard the part of it that the lock is held for
     */
    void recover(RunLock lock, String jobName, RunId by, Shard shard) {
        String executions = shard.isWhole() ? EXECUTIONS : EXECUTIONS + BUT_OTHER_SHARDS;
        Integer mended = transaction.execute(status -> {
            lock.fence();
            mend(
                    "batch_step_execution set " + MEND.formatted("last_updated") + " where " + LEFT_OVER
                            + " and job_execution_id in (" + executions + ")",
                    jobName,
                    by,
                    shard);
            return mend(
                    "batch_job_execution set " + MEND.formatted(LAST_SIGN_OF_EXECUTION) + " where job_execution_id in ("
                            + executions + ")",
                    jobName,
                    by,
                    shard);
        });
        if (mended != null && mended > 0) {
            LOG.warn("Recovered {}: {} was left unfinished by a process or a connection that ended", jobName, mended);
        }
    }

    private int mend(String update, String jobName, RunId by, Shard shard) {
        return jdbc.sql("update " + update)
                .param("job", jobName)
                .param("by", by.value())
                .param("shard", shard.toString())
                .param("host", LockHolder.thisHost())
                .update();
    }
}
