package io.openalpha.run;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.core.NestedExceptionUtils;

/** What an execution's end means for the process, and what is to be said about it. */
final class ExecutionEnd {

    private static final Logger LOG = LoggerFactory.getLogger(ExecutionEnd.class);

    private ExecutionEnd() {}

    /** Logs the whole failure, where there is one, because this is the only place that sees all of it. */
    static RunEnd of(JobExecution execution) {
        return switch (execution.getStatus()) {
            case COMPLETED -> new RunEnd(ExitCode.DONE, summary(execution, "completed"));
            case STOPPED -> new RunEnd(ExitCode.STOPPED, summary(execution, "stopped"));
            default -> failed(execution);
        };
    }

    /** The innermost message of a failure. */
    static String reason(Throwable failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    }

    static ExitStatus withReason(ExitStatus status, Throwable failure) {
        return new ExitStatus(status.getExitCode(), reason(failure) + "\n" + status.getExitDescription());
    }

    private static RunEnd failed(JobExecution execution) {
        Optional<Throwable> failure =
                execution.getAllFailureExceptions().stream().findFirst();
        failure.ifPresent(
                thrown -> LOG.error("{} failed", execution.getJobInstance().getJobName(), thrown));
        String reason = failure.map(ExecutionEnd::reason)
                .orElseGet(() -> execution.getExitStatus().getExitDescription());
        return new RunEnd(ExitCode.FAILED, summary(execution, "failed") + ": " + reason);
    }

    private static String summary(JobExecution execution, String outcome) {
        Duration time = Duration.between(
                Objects.requireNonNull(execution.getStartTime()), Objects.requireNonNull(execution.getEndTime()));
        return String.format(
                Locale.ROOT,
                "%s %s after %.1f s",
                execution.getJobInstance().getJobName(),
                outcome,
                time.toMillis() / 1e3);
    }
}
