package io.openalpha.jobs.backfill;

import io.openalpha.market.StoredSeries;
import io.openalpha.market.Symbol;
import io.openalpha.source.wire.HistoryRange;
import org.jspecify.annotations.Nullable;

/**
 * Days of a symbol that are to be asked for.
 *
 * @param stored what there is already; null if nothing
 * @param range the days
 * @param fullRange all days that are to have been asked for in the end, these included
 * @param whole whether what comes takes the place of everything that is stored
 * @param accepted whether a user has accepted it although it contradicts what is stored
 */
record HistoryRequest(
        Symbol symbol,
        @Nullable StoredSeries stored,
        HistoryRange range,
        HistoryRange fullRange,
        boolean whole,
        boolean accepted) {}
