package io.openalpha.jobs.backfill;

import io.openalpha.jobs.fetch.Supply;
import io.openalpha.market.BarReader;
import io.openalpha.market.BarReader.Span;
import io.openalpha.market.GapStore;
import io.openalpha.market.GapStore.Gap;
import io.openalpha.market.StoredSeries;
import io.openalpha.market.Symbol;
import io.openalpha.source.wire.HistoryRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The gaps that are open once the run's bars are stored. */
final class GapRequests implements Supply<HistoryRequest> {

    /** Days around a gap, so that the answer has bars to compare. */
    private static final int AROUND = 10;

    private final GapStore gaps;
    private final BarReader bars;
    private @Nullable List<Gap> open;

    GapRequests(GapStore gaps, BarReader bars) {
        this.gaps = gaps;
        this.bars = bars;
    }

    private List<Gap> open() {
        if (open == null) {
            gaps.find();
            open = gaps.open();
        }
        return open;
    }

    @Override
    public long count() {
        return open().size();
    }

    @Override
    public List<HistoryRequest> after(String position, int limit) {
        List<Span> spans = open().stream()
                .filter(gap -> gap.symbol().name().compareTo(position) > 0)
                .limit(limit)
                .map(gap -> new Span(
                        gap.symbol(), gap.first().minusDays(AROUND), gap.last().plusDays(AROUND)))
                .toList();
        Map<Symbol, StoredSeries> stored = bars.between(spans);
        return spans.stream()
                .filter(span -> stored.containsKey(span.symbol()))
                .map(span -> wanted(span, Objects.requireNonNull(stored.get(span.symbol()))))
                .toList();
    }

    private static HistoryRequest wanted(Span span, StoredSeries stored) {
        HistoryRange hull =
                new HistoryRange(stored.series().since(), stored.series().until());
        HistoryRange range = new HistoryRange(later(span.from(), hull.from()), earlier(span.to(), hull.to()));
        return new HistoryRequest(span.symbol(), stored, range, hull, /* whole= */ false);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    @Override
    public String position(HistoryRequest historyRequest) {
        return historyRequest.symbol().name();
    }
}
