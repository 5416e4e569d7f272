package io.openalpha.run;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a run; or the executions of a run together, see {@link WholeRun}.
 *
 * @param execution its number, which grows with time
 * @param instance the job instance, which executions of the same run, or shard, share
 * @param runId empty for executions that were not started by OpenAlpha
 * @param shard the part of the run that it did, such as {@code 2/8}; empty when it did all of it
 * @param ended null before its end
 * @param duration time at work, without pauses between executions; null before its end
 * @param items that this execution committed in its longest step
 * @param counts of the run, or shard, over all its executions; none where a later execution goes on with it
 * @param message why it ended so, in one line; empty when all was well
 * @param resumed whether the run had an execution before
 * @param askedBy the user who requested it from the service; null if none did
 * @param share of the step that is at work; null while there is none, or its length is not known
 * @param traceId of the OpenTelemetry trace that it was sent as; null if it was not
 */
public record ExecutionRecord(
        long execution,
        long instance,
        String job,
        String runId,
        String shard,
        RunState state,
        Instant created,
        @Nullable Instant ended,
        @Nullable Duration duration,
        long items,
        RunCounts counts,
        String message,
        boolean resumed,
        @Nullable String askedBy,
        @Nullable StepShare share,
        @Nullable String traceId) {

    /** The symbols of the run, or shard; null for a job without any, and where a later execution goes on with it. */
    public @Nullable SymbolAccount account() {
        return counts.account();
    }

    /** Who or what started it. */
    public String starter() {
        if (askedBy != null) {
            return askedBy;
        }
        return isScheduled() ? "schedule" : "terminal";
    }

    /** Why the run has another execution; empty for the first. */
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
