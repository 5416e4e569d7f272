package io.openalpha.market;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How young the newest quotes of the enabled symbols are.
 *
 * @param fresh symbols whose newest quote was fetched within the {@link #CYCLE}
 * @param stale symbols whose newest quote is older
 * @param never symbols without a quote
 * @param newest when the newest quote was fetched; null if there is none
 */
public record QuoteFreshness(
        long fresh, long stale, long never, @Nullable Instant newest) {

    /** An hour, and what a run may take. */
    public static final Duration CYCLE = Duration.ofMinutes(75);
}
