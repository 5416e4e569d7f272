package io.openalpha.web.dashboard.overview;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How young the stored data is.
 *
 * @param fresh enabled symbols whose newest quote was fetched within the cycle
 * @param stale enabled symbols whose newest quote is older
 * @param never enabled symbols without a quote
 * @param newest when the newest quote was fetched; null if there is none
 * @param series symbols that have daily bars
 * @param newestBar the day of the newest bar that training may use; null if there is none
 */
record Freshness(
        long fresh,
        long stale,
        long never,
        @Nullable Instant newest,
        long series,
        @Nullable LocalDate newestBar) {

    public long enabled() {
        return fresh + stale + never;
    }

    /** From 0 to 1; 0 if there are no symbols. */
    public double share() {
        return enabled() == 0 ? 0 : (double) fresh / enabled();
    }
}
