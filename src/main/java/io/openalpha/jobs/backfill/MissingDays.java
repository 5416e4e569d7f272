package io.openalpha.jobs.backfill;

import io.openalpha.market.BarReader;
import io.openalpha.market.BarSeries;
import io.openalpha.market.StoredSeries;
import io.openalpha.market.Symbol;
import io.openalpha.source.wire.HistoryRange;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The missing days of every symbol of a run, and a few more; stored series are read a page at a time. */
final class MissingDays implements HistoryRequests {

    private final BackfillRequest request;
    private final BackfillProperties settings;
    private final Supplier<List<Symbol>> choice;
    private final BarReader bars;
    private final LocalDate today;

    MissingDays(
            BackfillRequest request,
            BackfillProperties settings,
            Supplier<List<Symbol>> choice,
            BarReader bars,
            Clock clock) {
        this.request = request;
        this.settings = settings;
        this.choice = choice;
        this.bars = bars;
        // A day further, for it is tomorrow already in the east.
        this.today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
    }

    @Override
    public List<Symbol> symbols() {
        return choice.get();
    }

    @Override
    public List<HistoryRequest> of(List<Symbol> symbols) {
        Map<Symbol, StoredSeries> stored = bars.tails(symbols);
        return symbols.stream()
                .map(symbol -> missing(symbol, stored.get(symbol)))
                .toList();
    }

    /**
     * What is stored is always everything from one day to another. So a request that begins earlier asks for all of it
     * again, and one that begins later still goes on from where the stored days end.
     */
    private HistoryRequest missing(Symbol symbol, @Nullable StoredSeries stored) {
        LocalDate to = request.to() == null ? today : request.to();
        LocalDate from = request.from();
        if (stored == null) {
            HistoryRange all = range(from == null ? to.minus(settings.history()) : from, to);
            return new HistoryRequest(symbol, null, all, all, true, request.accept());
        }
        BarSeries series = stored.series();
        LocalDate first = from == null || from.isAfter(series.since()) ? series.since() : from;
        HistoryRange fullRange = range(first, to.isAfter(series.until()) ? to : series.until());
        boolean whole = request.full() || request.accept() || first.isBefore(series.since()) || !series.adjusted();
        LocalDate overlap = stored.finalDayBack(settings.overlap());
        return new HistoryRequest(
                symbol, stored, whole ? fullRange : range(overlap, fullRange.to()), fullRange, whole, request.accept());
    }

    private static HistoryRange range(LocalDate from, LocalDate to) {
        return new HistoryRange(from.isAfter(to) ? to : from, to);
    }
}
