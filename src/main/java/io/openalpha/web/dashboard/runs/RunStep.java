package io.openalpha.web.dashboard.runs;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of an execution.
 *
 * @param began null before its beginning
 * @param ended null before its end
 * @param share null unless it is at work and its length is known
 * @param rolledBack chunks that were not committed
 */
record RunStep(
        long execution,
        String name,
        RunState state,
        @Nullable Instant began,
        @Nullable Instant ended,
        long read,
        long written,
        long skipped,
        long chunks,
        long rolledBack,
        String message,
        @Nullable Share share) {

    public @Nullable Duration duration() {
        return began == null || ended == null ? null : Duration.between(began, ended);
    }
}
