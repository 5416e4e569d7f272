package io.openalpha.run;

import java.util.Objects;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Records a run that did nothing because another run of its job was at work for too long. */
final class SkippedRun {

    private final JobRepository repository;

    SkippedRun(JobRepository repository) {
        this.repository = repository;
    }

    /**
     * Whether a run may be left out. A run that has begun has unfinished work; and shards decide independently, so that
     * one could be missing from a run that the others do.
     */
    boolean isAllowed(Run run) {
        return run.shard().isWhole()
                && repository.getLastJobExecution(run.jobName(), Executions.parameters(run)) == null;
    }

    /**
     * Records an execution that began and ended now.
     *
     * @param reason who is at work
     * @return an end that counts as no failure
     */
    RunEnd record(Run run, String reason) {
        JobParameters parameters = Executions.parameters(run, run.details());
        JobExecution execution = repository.createJobExecution(
                repository.createJobInstance(run.jobName(), Executions.parameters(run)),
                parameters,
                new ExecutionContext());
        execution.setStatus(BatchStatus.COMPLETED);
        execution.setExitStatus(new ExitStatus(RunState.SKIPPED.name(), reason));
        execution.setStartTime(Objects.requireNonNull(execution.getCreateTime()));
        execution.setEndTime(execution.getCreateTime());
        repository.update(execution);
        return new RunEnd(ExitCode.DONE, "%s skipped: %s".formatted(run.jobName(), reason));
    }
}
