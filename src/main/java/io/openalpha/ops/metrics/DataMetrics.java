package io.openalpha.ops.metrics;

import io.openalpha.market.BarReader;
import io.openalpha.market.QuoteFreshness;
import io.openalpha.market.QuoteStore;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/** How young the stored data is. */
record DataMetrics(QuoteStore quotes, BarReader bars) implements MetricSource {

    private static final String FRESHNESS = "freshness";

    @Override
    public Stream<MetricSnapshot> read() {
        QuoteFreshness freshness = quotes.freshness();
        LocalDate day = bars.mark().newest();
        Instant midnight = day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return Stream.of(
                new Family("openalpha_symbols", "Enabled symbols, by the age of their newest quote")
                        .with(freshness.fresh(), FRESHNESS, "fresh")
                        .with(freshness.stale(), FRESHNESS, "stale")
                        .with(freshness.never(), FRESHNESS, "never")
                        .gauge(),
                new Family("openalpha_quotes_newest_timestamp_seconds", "When the newest quote was fetched")
                        .with(freshness.newest())
                        .gauge(),
                new Family("openalpha_bars_newest_timestamp_seconds", "Day of the newest final daily bar")
                        .with(midnight)
                        .gauge());
    }
}
