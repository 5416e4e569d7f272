package io.openalpha.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a run, as the job repository knows it.
 *
 * @param execution its number, which grows with time
 * @param runId empty for executions that were not started by OpenAlpha
 * @param shard the part of the run that it did, such as {@code 2/8}; empty when it did all of it
 * @param status such as {@code COMPLETED}; {@code STARTED} may also be what a dead process left, until its job is run again
 * @param duration while it ran; null before its end
 * @param items that this execution committed
 * @param counts of the whole run, or shard, so far, by outcome
 * @param failures what the whole run, or shard, could not have in the end, by reason
 * @param message why it ended so, in one line; empty when all was well
 */
public record ExecutionRecord(
        long execution,
        String job,
        String runId,
        String shard,
        String status,
        Instant created,
        @Nullable Duration duration,
        long items,
        Map<String, Long> counts,
        Map<String, Long> failures,
        String message) {

    /** The same under the name of another shard. */
    public ExecutionRecord withShard(String name) {
        return new ExecutionRecord(
                execution, job, runId, name, status, created, duration, items, counts, failures, message);
    }
}
