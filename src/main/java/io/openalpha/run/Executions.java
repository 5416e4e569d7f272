package io.openalpha.run;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.parameters.JobParameter;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** The executions of one run, one after the other, by the holder of the job's lock. */
final class Executions {

    static final String RUN_ID = "run.id";
    static final String SHARD = "shard";

    private final JobPlan plan;
    private final Run run;
    private final JobRepository repository;
    private final Recovery recovery;
    private final RunLock lock;

    Executions(JobPlan plan, Run run, JobRepository repository, Recovery recovery, RunLock lock) {
        this.plan = plan;
        this.run = run;
        this.repository = repository;
        this.recovery = recovery;
        this.lock = lock;
    }

    /**
     * Begins the run, or resumes it after the last committed chunk, and works until it ends.
     *
     * @throws RunRefusedException if it has nothing left to do, or cannot be begun
     */
    JobExecution next() throws RunRefusedException {
        recovery.recover(lock, plan.name(), run.id(), run.shard());
        JobExecution last = repository.getLastJobExecution(plan.name(), parameters(run));
        refuseEnded(last);
        JobParameters parameters = last == null ? parameters(run, run.details()) : last.getJobParameters();
        Job job = job(details(parameters));
        JobExecution execution = repository.createJobExecution(
                instance(), parameters, last == null ? new ExecutionContext() : last.getExecutionContext());
        long instance = execution.getJobInstanceId();
        Run.Machinery machinery = run.machinery();
        machinery
                .logs()
                .keepDuring(instance, () -> machinery.display().keepDuring(instance, () -> execute(job, execution)));
        noteReason(execution);
        // A commit that was not answered leaves the state of its step unknown; what it committed is not.
        recovery.recover(lock, plan.name(), run.id(), run.shard());
        return execution;
    }

    /** How an execution that has ended left the run. */
    RunEnd end(JobExecution execution) {
        return ExecutionEnd.of(execution, repository.getJobExecutions(execution.getJobInstance()), run.id());
    }

    private void refuseEnded(@Nullable JobExecution last) throws RunRefusedException {
        if (last == null) {
            return;
        }
        if (last.getStatus() == BatchStatus.COMPLETED) {
            throw RunRefusedException.done("%s is already completed at %sZ: nothing to do"
                    .formatted(
                            title(), Objects.requireNonNull(last.getEndTime()).truncatedTo(ChronoUnit.SECONDS)));
        }
        if (last.getStatus() == BatchStatus.ABANDONED) {
            throw RunRefusedException.misused(
                    "%s was abandoned and is not resumed: begin another run".formatted(title()));
        }
    }

    private String title() {
        String whole = "%s run %s".formatted(plan.name(), run.id());
        return run.shard().isWhole() ? whole : "%s, shard %s,".formatted(whole, run.shard());
    }

    private Job job(Map<String, String> details) throws RunRefusedException {
        try {
            return plan.job(run.with(details));
        } catch (IllegalArgumentException e) {
            throw RunRefusedException.misused(String.valueOf(e.getMessage()));
        }
    }

    /** Also uses an instance that a process left without an execution when it died. */
    private JobInstance instance() {
        JobInstance known = repository.getJobInstance(plan.name(), parameters(run));
        return known != null ? known : repository.createJobInstance(plan.name(), parameters(run));
    }

    private static void execute(Job job, JobExecution execution) {
        try {
            job.execute(execution);
        } catch (JobInterruptedException e) {
            throw new IllegalStateException("a job says itself how it was interrupted", e);
        }
    }

    /** Puts the reason before the stack trace, as the repository keeps only the beginning of the text. */
    private void noteReason(JobExecution execution) {
        List<Throwable> failures = execution.getAllFailureExceptions();
        if (failures.isEmpty()
                || failures.stream().anyMatch(failure -> ConnectionFailure.behind(failure) != ConnectionFailure.NONE)) {
            return;
        }
        for (StepExecution step : execution.getStepExecutions()) {
            step.getFailureExceptions().stream().findFirst().ifPresent(failure -> {
                step.setExitStatus(ExecutionEnd.withReason(step.getExitStatus(), failure));
                repository.update(step);
            });
        }
        execution.setExitStatus(ExecutionEnd.withReason(execution.getExitStatus(), failures.get(0)));
        repository.update(execution);
    }

    /** What tells a run, or a shard of it, from all others of its job. */
    static JobParameters parameters(Run run) {
        return parameters(run, Map.of());
    }

    static JobParameters parameters(Run run, Map<String, String> details) {
        JobParametersBuilder parameters =
                new JobParametersBuilder().addString(RUN_ID, run.id().value(), true);
        if (!run.shard().isWhole()) {
            parameters.addString(SHARD, run.shard().toString(), true);
        }
        details.forEach((name, value) -> parameters.addString(name, value, false));
        return parameters.toJobParameters();
    }

    private static Map<String, String> details(JobParameters parameters) {
        Map<String, String> details = new HashMap<>();
        for (JobParameter<?> parameter : parameters) {
            if (!parameter.identifying()) {
                details.put(parameter.name(), String.valueOf(parameter.value()));
            }
        }
        return details;
    }
}
