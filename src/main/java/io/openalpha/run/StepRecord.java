package io.openalpha.run;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One step of an execution.
 *
 * @param execution the execution that it belongs to
 * @param duration while it ran; null before its end
 * @param items that it committed
 * @param chunks that it committed
 * @param rollbacks chunks that it did not
 * @param message why it ended so, in one line; empty when all was well
 */
public record StepRecord(
        long execution,
        String step,
        String status,
        @Nullable Duration duration,
        long items,
        long chunks,
        long rollbacks,
        String message) {}
