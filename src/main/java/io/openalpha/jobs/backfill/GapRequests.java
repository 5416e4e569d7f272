package io.openalpha.jobs.backfill;

import io.openalpha.jobs.fetch.Failure;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The gaps that are open once the run's bars are stored. */
final class GapRequests implements HistoryRequests {

    /** Days around a gap, so that the answer has bars to compare. */
    private static final int AROUND = 10;

    private final GapStore gaps;
    private final BarReader bars;
    private Map<Symbol, Gap> open = Map.of();

    GapRequests(GapStore gaps, BarReader bars) {
        this.gaps = gaps;
        this.bars = bars;
    }

    @Override
    public List<Symbol> symbols() {
        gaps.find();
        open = gaps.open().stream().collect(Collectors.toMap(Gap::symbol, Function.identity()));
        return open.keySet().stream().sorted().toList();
    }

    @Override
    public List<HistoryRequest> of(List<Symbol> symbols) {
        List<Span> spans = symbols.stream()
                .map(open::get)
                .filter(Objects::nonNull)
                .map(gap -> new Span(
                        gap.symbol(), gap.first().minusDays(AROUND), gap.last().plusDays(AROUND)))
                .toList();
        Map<Symbol, StoredSeries> stored = bars.between(spans);
        return spans.stream()
                .filter(span -> stored.containsKey(span.symbol()))
                .map(span -> request(span, Objects.requireNonNull(stored.get(span.symbol()))))
                .toList();
    }

    private static HistoryRequest request(Span span, StoredSeries stored) {
        HistoryRange fullRange =
                new HistoryRange(stored.series().since(), stored.series().until());
        HistoryRange range = new HistoryRange(later(span.from(), fullRange.from()), earlier(span.to(), fullRange.to()));
        return new HistoryRequest(span.symbol(), stored, range, fullRange, /* whole= */ false, /* accepted= */ false);
    }

    /** A gap of a symbol that no source answers for is also given up after enough tries. */
    @Override
    public void ended(List<Symbol> had, List<Failure> failed) {
        gaps.tried(Stream.concat(
                        had.stream(),
                        failed.stream().filter(failure -> !failure.retryable()).map(Failure::symbol))
                .toList());
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
