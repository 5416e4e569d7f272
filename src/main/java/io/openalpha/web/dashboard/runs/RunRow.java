package io.openalpha.web.dashboard.runs;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a run, as lists show it.
 *
 * @param runId empty for executions that were not started by OpenAlpha
 * @param shard the part of the run that it did, such as {@code 2/8}; empty when it did all of it
 * @param state what the job repository says, but {@code LOST} for one whose process has died
 * @param ended null before its end
 * @param items that it committed
 * @param failed symbols that the whole run, or shard, could not have
 * @param message why it ended so, in one line; empty when all was well
 * @param resumed whether the run had an execution before
 * @param askedBy who asked the service for it; null if nobody did
 * @param share of the step that is at work; null while there is none, or its length is not known
 */
public record RunRow(
        long execution,
        String job,
        String runId,
        String shard,
        RunState state,
        Instant created,
        @Nullable Instant ended,
        long items,
        long failed,
        String message,
        boolean resumed,
        @Nullable String askedBy,
        @Nullable Share share) {

    /** Null while it runs. */
    public @Nullable Duration duration() {
        return ended == null ? null : Duration.between(created, ended);
    }

    /** Who or what started it. */
    public String starter() {
        if (askedBy != null) {
            return askedBy;
        }
        return isScheduled() ? "schedule" : "terminal";
    }

    /** How it came that a run has another execution; empty for the first. */
    public String again() {
        if (!resumed) {
            return "";
        }
        return askedBy == null && isScheduled() ? "retry" : "restart";
    }

    /** Kubernetes names the Jobs of a CronJob by the minute. */
    private boolean isScheduled() {
        return runId.matches(".*-\\d{8,}(-.*)?");
    }
}
