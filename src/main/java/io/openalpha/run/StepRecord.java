package io.openalpha.run;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of an execution.
 *
 * @param execution the execution that it belongs to
 * @param began null before its beginning
 * @param ended null before its end
 * @param items that it committed
 * @param skipped items that were read and not written
 * @param chunks that it committed
 * @param rollbacks chunks that it did not
 * @param message why it ended so, in one line; empty when all was well
 * @param share null unless it is at work and its length is known
 */
public record StepRecord(
        long execution,
        String step,
        RunState state,
        @Nullable Instant began,
        @Nullable Instant ended,
        long read,
        long items,
        long skipped,
        long chunks,
        long rollbacks,
        String message,
        @Nullable StepShare share) {

    /** Null before its end. */
    public @Nullable Duration duration() {
        return began == null || ended == null ? null : Duration.between(began, ended);
    }
}
