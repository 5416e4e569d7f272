package io.openalpha.run;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Mends what a dead process left in the job repository, so that its run can be resumed. Only the holder of the job's
 * lock may do so: nobody else can know that the process is dead.
 */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private static final String LEFT_OVER = """
            select e.job_execution_id from batch_job_execution e
            join batch_job_instance i on i.job_instance_id = e.job_instance_id
            where i.job_name = :job and e.status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')""";

    private static final String MEND = """
            status = 'FAILED', exit_code = 'FAILED', end_time = coalesce(end_time, localtimestamp),
            last_updated = localtimestamp, version = version + 1, exit_message = 'recovered by ' || :by
                || ': the process that ran it ended without a word'""";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    Recovery(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Marks executions of dead processes as FAILED and removes instances that never got an execution.
     *
     * @param by who does it, for the record
     */
    void recover(String jobName, String by) {
        int mended = transaction.execute(status -> {
            String step = "update batch_step_execution set " + MEND
                    + " where status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN') and job_execution_id in ("
                    + LEFT_OVER + ")";
            jdbc.sql(step).param("job", jobName).param("by", by).update();
            String job = "update batch_job_execution set " + MEND + " where job_execution_id in (" + LEFT_OVER + ")";
            int executions = jdbc.sql(job).param("job", jobName).param("by", by).update();
            return executions + removeBareInstances(jobName);
        });
        if (mended > 0) {
            LOG.warn("Recovered {} left over by a process that died", jobName);
        }
    }

    private int removeBareInstances(String jobName) {
        return jdbc.sql("""
                        delete from batch_job_instance i where job_name = :job and not exists (
                            select from batch_job_execution e where e.job_instance_id = i.job_instance_id)""").param("job", jobName).update();
    }
}
