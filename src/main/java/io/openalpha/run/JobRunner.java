package io.openalpha.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameter;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.core.NestedExceptionUtils;

/** Runs jobs: one run of a job at a time, each resumable by its id, whatever happened to it before. */
public final class JobRunner {

    private static final String RUN_ID = "run.id";

    private final RunLocks locks;
    private final Recovery recovery;
    private final JobOperator operator;
    private final Run.Machinery machinery;
    private final StopSignal stop;

    JobRunner(RunLocks locks, Recovery recovery, JobOperator operator, Run.Machinery machinery, StopSignal stop) {
        this.locks = locks;
        this.recovery = recovery;
        this.operator = operator;
        this.machinery = machinery;
        this.stop = stop;
    }

    /**
     * Starts or resumes a run and works until it ends.
     *
     * @param details what the run is to do beyond its identity; those of its first start count when it is resumed
     * @throws InterruptedException if the thread was interrupted while it waited for the lock
     */
    public RunEnd run(JobPlan plan, RunId runId, Map<String, String> details) throws InterruptedException {
        try (RunLock lock = locks.acquire(plan.name(), runId)) {
            recovery.recover(plan.name(), "run " + runId);
            JobExecution last = lastExecution(plan.name(), runId);
            if (last != null && last.getStatus() == BatchStatus.COMPLETED) {
                return new RunEnd(
                        ExitCode.DONE,
                        "%s run %s is already completed at %sZ: nothing to do"
                                .formatted(plan.name(), runId, last.getEndTime()));
            }
            JobParameters parameters = last == null ? parameters(runId, details) : last.getJobParameters();
            Run run = new Run(runId, plan.name(), details(parameters), lock, stop, machinery);
            return end(launch(plan.job(run), parameters));
        } catch (LockHeldException e) {
            return new RunEnd(ExitCode.LOCKED, String.valueOf(e.getMessage()));
        }
    }

    private JobExecution launch(Job job, JobParameters parameters) {
        try {
            return operator.start(job, parameters);
        } catch (JobExecutionException e) {
            // The lock and the recovery have ruled out every reason for a refusal.
            throw new IllegalStateException("%s cannot be started: %s".formatted(job.getName(), e.getMessage()), e);
        }
    }

    private @Nullable JobExecution lastExecution(String jobName, RunId runId) {
        return machinery.repository().getLastJobExecution(jobName, parameters(runId, Map.of()));
    }

    private static JobParameters parameters(RunId runId, Map<String, String> details) {
        JobParametersBuilder parameters = new JobParametersBuilder().addString(RUN_ID, runId.value(), true);
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

    private static RunEnd end(JobExecution execution) {
        return switch (execution.getStatus()) {
            case COMPLETED -> new RunEnd(ExitCode.DONE, summary(execution, "completed"));
            case STOPPED -> new RunEnd(ExitCode.STOPPED, summary(execution, "stopped"));
            default -> new RunEnd(ExitCode.FAILED, summary(execution, "failed"));
        };
    }

    private static String summary(JobExecution execution, String outcome) {
        Duration time = Duration.between(
                Objects.requireNonNull(execution.getStartTime()), Objects.requireNonNull(execution.getEndTime()));
        String reason = outcome.equals("failed") ? ": " + reason(execution) : "";
        return "%s %s after %.1f s%s"
                .formatted(execution.getJobInstance().getJobName(), outcome, time.toMillis() / 1e3, reason);
    }

    private static String reason(JobExecution execution) {
        return execution.getAllFailureExceptions().stream()
                .map(NestedExceptionUtils::getMostSpecificCause)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> execution.getExitStatus().getExitDescription());
    }
}
