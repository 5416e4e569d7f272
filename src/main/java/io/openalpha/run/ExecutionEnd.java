package io.openalpha.run;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.core.NestedExceptionUtils;

/** The exit code and message for the end of an execution. */
final class ExecutionEnd {

    private static final Logger LOG = LoggerFactory.getLogger(ExecutionEnd.class);

    private ExecutionEnd() {}

    /**
     * Logs the whole failure, where there is one, because this is the only place that sees all of it.
     *
     * @param all executions of the run, or of this shard of it
     * @param run whose id is named where it can be resumed
     */
    static RunEnd of(JobExecution execution, List<JobExecution> all, RunId run) {
        String time = time(execution, all);
        return switch (execution.getStatus()) {
            case COMPLETED -> new RunEnd(ExitCode.DONE, summary(execution, "completed", time));
            case STOPPED -> new RunEnd(ExitCode.STOPPED, summary(execution, "stopped", time) + resumable(run));
            default ->
                new RunEnd(
                        ExitCode.FAILED,
                        summary(execution, "failed", time) + resumable(run) + ": " + failure(execution));
        };
    }

    /** How the run is resumed, for the end of the message. */
    static String resumable(RunId run) {
        return " (resume with --run-id %s)".formatted(run);
    }

    /** The innermost message of a failure. */
    static String reason(Throwable failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    }

    static ExitStatus withReason(ExitStatus status, Throwable failure) {
        return new ExitStatus(status.getExitCode(), reason(failure) + "\n" + status.getExitDescription());
    }

    private static String failure(JobExecution execution) {
        Optional<Throwable> failure =
                execution.getAllFailureExceptions().stream().findFirst();
        failure.ifPresent(
                thrown -> LOG.error("{} failed", execution.getJobInstance().getJobName(), thrown));
        return failure.map(ExecutionEnd::reason)
                .orElseGet(() -> execution.getExitStatus().getExitDescription());
    }

    private static String summary(JobExecution execution, String outcome, String time) {
        return "%s %s after %s".formatted(execution.getJobInstance().getJobName(), outcome, time);
    }

    /** The time of the whole run, and also that of its last execution where there were several. */
    private static String time(JobExecution execution, List<JobExecution> all) {
        List<TimeAtWork.Span> spans = all.stream()
                .filter(one -> one.getEndTime() != null)
                .map(ExecutionEnd::span)
                .toList();
        String last = seconds(TimeAtWork.of(List.of(span(execution))));
        return spans.size() < 2
                ? last
                : seconds(TimeAtWork.of(spans)) + " in " + spans.size() + " executions, the last of " + last;
    }

    private static TimeAtWork.Span span(JobExecution execution) {
        LocalDateTime start = Objects.requireNonNullElse(execution.getStartTime(), execution.getCreateTime());
        return new TimeAtWork.Span(
                start.toInstant(ZoneOffset.UTC),
                Objects.requireNonNull(execution.getEndTime()).toInstant(ZoneOffset.UTC));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
    }
}
