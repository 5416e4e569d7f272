package io.openalpha.run;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.NoSuchJobException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.NoSuchStepException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A job repository in which a run can write only while it holds its lock. Every step saves its state there inside the
 * transaction of each chunk, so this is what keeps a run that lost its lock from committing a chunk too.
 *
 * <p>Spring Batch insists on a transaction of its own where it creates something: the fence is then asked outside of
 * it.
 */
final class FencedRepository implements JobRepository {

    private final JobRepository repository;
    private final TransactionOperations transaction;
    private final RunLock lock;

    FencedRepository(JobRepository repository, TransactionOperations transaction, RunLock lock) {
        this.repository = repository;
        this.transaction = transaction;
        this.lock = lock;
    }

    private void fenced(Runnable write) {
        transaction.executeWithoutResult(status -> {
            lock.fence();
            write.run();
        });
    }

    @Override
    public void update(JobExecution jobExecution) {
        fenced(() -> repository.update(jobExecution));
    }

    @Override
    public void update(StepExecution stepExecution) {
        fenced(() -> repository.update(stepExecution));
    }

    @Override
    public void updateExecutionContext(JobExecution jobExecution) {
        fenced(() -> repository.updateExecutionContext(jobExecution));
    }

    @Override
    public void updateExecutionContext(StepExecution stepExecution) {
        fenced(() -> repository.updateExecutionContext(stepExecution));
    }

    @Override
    public void deleteJobInstance(JobInstance jobInstance) {
        fenced(() -> repository.deleteJobInstance(jobInstance));
    }

    @Override
    public void deleteJobExecution(JobExecution jobExecution) {
        fenced(() -> repository.deleteJobExecution(jobExecution));
    }

    @Override
    public void deleteStepExecution(StepExecution stepExecution) {
        fenced(() -> repository.deleteStepExecution(stepExecution));
    }

    @Override
    public JobInstance createJobInstance(String jobName, JobParameters jobParameters) {
        lock.fence();
        return repository.createJobInstance(jobName, jobParameters);
    }

    @Override
    public JobExecution createJobExecution(
            JobInstance jobInstance, JobParameters jobParameters, ExecutionContext executionContext) {
        lock.fence();
        return repository.createJobExecution(jobInstance, jobParameters, executionContext);
    }

    @Override
    public StepExecution createStepExecution(String stepName, JobExecution jobExecution) {
        lock.fence();
        return repository.createStepExecution(stepName, jobExecution);
    }

    @Override
    public List<String> getJobNames() {
        return repository.getJobNames();
    }

    @Override
    public List<JobInstance> getJobInstances(String jobName, int start, int count) {
        return repository.getJobInstances(jobName, start, count);
    }

    @Override
    public List<JobInstance> findJobInstances(String jobName) {
        return repository.findJobInstances(jobName);
    }

    @Override
    public @Nullable JobInstance getJobInstance(long instanceId) {
        return repository.getJobInstance(instanceId);
    }

    @Override
    public @Nullable JobInstance getLastJobInstance(String jobName) {
        return repository.getLastJobInstance(jobName);
    }

    @Override
    public @Nullable JobInstance getJobInstance(String jobName, JobParameters jobParameters) {
        return repository.getJobInstance(jobName, jobParameters);
    }

    @Override
    public long getJobInstanceCount(String jobName) throws NoSuchJobException {
        return repository.getJobInstanceCount(jobName);
    }

    @Override
    public @Nullable JobExecution getJobExecution(long executionId) {
        return repository.getJobExecution(executionId);
    }

    @Override
    public List<JobExecution> getJobExecutions(JobInstance jobInstance) {
        return repository.getJobExecutions(jobInstance);
    }

    @Override
    public @Nullable JobExecution getLastJobExecution(JobInstance jobInstance) {
        return repository.getLastJobExecution(jobInstance);
    }

    @Override
    public @Nullable JobExecution getLastJobExecution(String jobName, JobParameters jobParameters) {
        return repository.getLastJobExecution(jobName, jobParameters);
    }

    @Override
    public Set<JobExecution> findRunningJobExecutions(String jobName) {
        return repository.findRunningJobExecutions(jobName);
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    public @Nullable StepExecution getStepExecution(long jobExecutionId, long stepExecutionId) {
        return repository.getStepExecution(jobExecutionId, stepExecutionId);
    }

    @Override
    public @Nullable StepExecution getStepExecution(long stepExecutionId) {
        return repository.getStepExecution(stepExecutionId);
    }

    @Override
    public @Nullable StepExecution getLastStepExecution(JobInstance jobInstance, String stepName) {
        return repository.getLastStepExecution(jobInstance, stepName);
    }

    @Override
    public long getStepExecutionCount(JobInstance jobInstance, String stepName) throws NoSuchStepException {
        return repository.getStepExecutionCount(jobInstance, stepName);
    }
}
