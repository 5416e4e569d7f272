package io.openalpha.run;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Mends what a dead process, or a lost connection, left in the job repository, so that its run can be resumed. Only the
 * holder of the job's lock may do so: nobody else can know that the process is dead.
 */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private static final String LEFT_OVER = "status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')";

    private static final String EXECUTIONS = """
            select e.job_execution_id from batch_job_execution e
            join batch_job_instance i on i.job_instance_id = e.job_instance_id
            where i.job_name = :job and e.""" + LEFT_OVER;

    private static final String MEND = """
            status = 'FAILED', exit_code = 'FAILED', start_time = coalesce(start_time, create_time),
            end_time = coalesce(end_time, localtimestamp), last_updated = localtimestamp, version = version + 1,
            exit_message = left(concat_ws(' ', 'recovered by run ' || :by || ' on ' || :host || ' at '
                || to_char(localtimestamp, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ': it was left ' || status
                || ' when its process or its connection ended', nullif(exit_message, '')), 2500)""";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    Recovery(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Marks as FAILED what is not at work although it says so.
     *
     * @param by the run that does it, for the record
     */
    void recover(RunLock lock, String jobName, RunId by) {
        Integer mended = transaction.execute(status -> {
            lock.fence();
            mend(
                    "batch_step_execution set " + MEND + " where " + LEFT_OVER + " and job_execution_id in ("
                            + EXECUTIONS + ")",
                    jobName,
                    by);
            return mend(
                    "batch_job_execution set " + MEND + " where job_execution_id in (" + EXECUTIONS + ")", jobName, by);
        });
        if (mended != null && mended > 0) {
            LOG.warn("Recovered {}: {} was left unfinished by a process or a connection that ended", jobName, mended);
        }
    }

    private int mend(String update, String jobName, RunId by) {
        return jdbc.sql("update " + update)
                .param("job", jobName)
                .param("by", by.value())
                .param("host", Holder.thisHost())
                .update();
    }
}
