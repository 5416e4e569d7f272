package io.openalpha.run;

import io.openalpha.database.TestDatabase;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs as their processes leave them in a database, at any time: written by Spring Batch's job repository and by the
 * classes of this package.
 */
public final class StoredRuns {

    private final JdbcClient jdbc;
    private final JobRepository repository;
    private final ProgressTable progress;
    private final RunLocks locks;

    private StoredRuns(TestDatabase database) throws Exception {
        JdbcTransactionManager transactions = new JdbcTransactionManager(database.dataSource());
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(database.dataSource());
        factory.setTransactionManager(transactions);
        factory.afterPropertiesSet();
        jdbc = JdbcClient.create(database.dataSource());
        repository = Objects.requireNonNull(factory.getObject());
        progress = new ProgressTable(jdbc);
        locks = new RunLocks(database.dataSource(), jdbc, new TransactionTemplate(transactions));
    }

    public static StoredRuns in(TestDatabase database) {
        try {
            return new StoredRuns(database);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    /** The run's process begins now, and is in a step. */
    public long begin(String job, RunId run, String step) {
        return begin(job, run, step, Map.of(), Instant.now());
    }

    /**
     * An execution of a run, the first one or another one, begins in a step.
     *
     * @param details of the run, beside its id
     * @return its id
     */
    public long begin(String job, RunId run, String step, Map<String, String> details, Instant at) {
        JobParameters parameters = parameters(run, Map.of());
        JobInstance known = repository.getJobInstance(job, parameters);
        JobExecution execution = repository.createJobExecution(
                known == null ? repository.createJobInstance(job, parameters) : known,
                parameters(run, details),
                new ExecutionContext());
        execution.setCreateTime(utc(at));
        execution.setStartTime(utc(at));
        execution.setStatus(BatchStatus.STARTED);
        repository.update(execution);
        beginStep(execution.getId(), step, at);
        return execution.getId();
    }

    private static JobParameters parameters(RunId run, Map<String, String> details) {
        JobParametersBuilder parameters = new JobParametersBuilder().addString(Executions.RUN_ID, run.value(), true);
        details.forEach((name, value) -> parameters.addString(name, value, false));
        return parameters.toJobParameters();
    }

    /** The execution is in another step from now on. */
    public void beginStep(long execution, String step, Instant at) {
        StepExecution begun = repository.createStepExecution(step, execution(execution));
        begun.setCreateTime(utc(at));
        begun.setStartTime(utc(at));
        begun.setStatus(BatchStatus.STARTED);
        repository.update(begun);
    }

    /** The steps that are at work end, each after so many items in three chunks. */
    public void endSteps(long execution, String status, long items, Instant at) {
        for (StepExecution step : execution(execution).getStepExecutions()) {
            if (step.getEndTime() == null) {
                step.setEndTime(utc(at));
                step.setStatus(BatchStatus.valueOf(status));
                step.setExitStatus(new ExitStatus(status));
                step.setReadCount(items);
                step.setWriteCount(items);
                step.setCommitCount(3);
                repository.update(step);
            }
        }
    }

    /** A chunk was committed: with it, the step has come so far. */
    public void commit(long execution, String step, long items, Map<String, Long> counts) {
        progress.save(instance(execution), step, new Progress("", Set.of(), items, counts));
    }

    /** A step says how far it is within what it has to do. */
    public void share(long execution, String step, long done, long total) {
        new ShareTable(jdbc).save(instance(execution), List.of(new StepShare(step, done, total)));
    }

    public void end(long execution, String status, String message) {
        end(execution, status, new ExitStatus(status, message), Instant.now());
    }

    /** The execution ends, and with it the steps that are at work. */
    public void end(long execution, String status, ExitStatus exit, Instant at) {
        endSteps(execution, status, 0, at);
        JobExecution ended = execution(execution);
        ended.setEndTime(utc(at));
        ended.setStatus(BatchStatus.valueOf(status));
        ended.setExitStatus(exit);
        repository.update(ended);
        // The repository itself says that it was updated now.
        jdbc.sql("update batch_job_execution set last_updated = end_time where job_execution_id = ?")
                .param(execution)
                .update();
        jdbc.sql("update batch_step_execution set last_updated = end_time where job_execution_id = ?")
                .param(execution)
                .update();
    }

    /** Takes the lock of a job for a run, as its process does. */
    public HeldLock lock(String job, RunId run) {
        try {
            return locks.acquire(job, run, Shard.WHOLE)::close;
        } catch (RunRefusedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A lock until it is closed. */
    public interface HeldLock extends AutoCloseable {

        @Override
        void close();
    }

    /** Removes a run with all its executions. */
    public void remove(long execution) {
        repository.deleteJobInstance(execution(execution).getJobInstance());
    }

    public long instance(long execution) {
        return execution(execution).getJobInstanceId();
    }

    private JobExecution execution(long id) {
        return Objects.requireNonNull(repository.getJobExecution(id), "no such execution");
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
