package io.openalpha.source.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the breaker of a source stands.
 *
 * @param since when it entered the state; null if it has not left its first one lately
 * @param until when it lets calls through again; null unless it is open
 * @param reason why it opened, for people; empty if it did not
 */
public record BreakerSnapshot(
        BreakerState state,
        @Nullable Instant since,
        @Nullable Instant until,
        String reason) {

    /** A breaker that never opened. */
    public static final BreakerSnapshot CLOSED = new BreakerSnapshot(BreakerState.CLOSED, null, null, "");
}
