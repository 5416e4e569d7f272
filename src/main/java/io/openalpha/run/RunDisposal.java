package io.openalpha.run;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.batch.core.BatchStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Gives runs up, and removes old ones. */
public final class RunDisposal {

    private static final int INSTANCES_AT_ONCE = 1_000;

    private static final String OF_INSTANCES =
            "(select job_execution_id from batch_job_execution where job_instance_id = any(:instances))";

    /** Children before parents. */
    private static final List<String> REMOVALS = List.of(
            "delete from batch_step_execution_context where step_execution_id in"
                    + " (select step_execution_id from batch_step_execution where job_execution_id in " + OF_INSTANCES
                    + ")",
            "delete from batch_step_execution where job_execution_id in " + OF_INSTANCES,
            "delete from batch_job_execution_context where job_execution_id in " + OF_INSTANCES,
            "delete from batch_job_execution_params where job_execution_id in " + OF_INSTANCES,
            "delete from batch_job_execution where job_instance_id = any(:instances)",
            "delete from batch_job_instance where job_instance_id = any(:instances)");

    private final JdbcClient jdbc;
    private final RunLocks locks;
    private final Recovery recovery;
    private final TransactionOperations transaction;

    RunDisposal(JdbcClient jdbc, RunLocks locks, Recovery recovery, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.recovery = recovery;
        this.transaction = transaction;
    }

    /** Abandons an unfinished run with all its shards: it is never resumed. A run that is at work is not touched. */
    public RunEnd abandon(String jobName, RunId runId) {
        try (RunLock lock = locks.acquire(jobName, runId, Shard.WHOLE)) {
            recovery.recover(lock, jobName, runId, Shard.WHOLE);
            String status = abandonLast(jobName, runId);
            return status.equals(BatchStatus.ABANDONED.name())
                    ? new RunEnd(ExitCode.DONE, "%s run %s is abandoned".formatted(jobName, runId))
                    : new RunEnd(
                            ExitCode.USAGE, "%s run %s is %s: nothing to abandon".formatted(jobName, runId, status));
        } catch (RunRefusedException e) {
            return e.end();
        }
    }

    /**
     * Removes all traces of runs whose last sign of life is older than this, but never of one that has not ended.
     *
     * @return how many runs
     */
    public int purge(Duration olderThan) {
        int purged = 0;
        for (int some = purgeSome(olderThan); some > 0; some = purgeSome(olderThan)) {
            purged += some;
        }
        return purged;
    }

    private String abandonLast(String jobName, RunId runId) {
        return jdbc.sql("""
                        with last as (
                            select distinct on (e.job_instance_id) e.job_execution_id, e.status from batch_job_execution e
                            join batch_job_instance i on i.job_instance_id = e.job_instance_id
                            join batch_job_execution_params p on p.job_execution_id = e.job_execution_id
                            where i.job_name = :job and p.parameter_name = 'run.id' and p.parameter_value = :run
                            order by e.job_instance_id, e.job_execution_id desc),
                        abandoned as (
                            update batch_job_execution e set status = 'ABANDONED', version = version + 1,
                                last_updated = localtimestamp
                            from last where e.job_execution_id = last.job_execution_id
                                and last.status in ('FAILED', 'STOPPED', 'ABANDONED')
                            returning e.status)
                        select coalesce((select min(status) from abandoned), (select max(status) from last), 'unknown')""")
                .param("job", jobName)
                .param("run", runId.value())
                .query(String.class)
                .single();
    }

    private int purgeSome(Duration olderThan) {
        Integer purged = transaction.execute(status -> {
            Long[] instances = old(olderThan);
            REMOVALS.forEach(
                    removal -> jdbc.sql(removal).param("instances", instances).update());
            return instances.length;
        });
        return Objects.requireNonNull(purged);
    }

    private Long[] old(Duration age) {
        return jdbc.sql("""
                        select i.job_instance_id from batch_job_instance i
                        where exists (select from batch_job_execution e where e.job_instance_id = i.job_instance_id)
                            and not exists (
                                select from batch_job_execution e where e.job_instance_id = i.job_instance_id
                                    and (e.end_time is null or e.status in ('STARTING', 'STARTED', 'STOPPING')
                                        or greatest(e.last_updated, e.end_time)
                                            >= localtimestamp - make_interval(secs => :age)))
                        order by i.job_instance_id limit :limit for update skip locked""")
                .param("age", age.toSeconds())
                .param("limit", INSTANCES_AT_ONCE)
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
    }
}
