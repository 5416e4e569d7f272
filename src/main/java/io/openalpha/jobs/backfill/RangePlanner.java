package io.openalpha.jobs.backfill;

import io.openalpha.market.BarSeries;
import io.openalpha.market.StoredSeries;
import io.openalpha.market.Symbol;
import io.openalpha.source.wire.HistoryRange;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Decides which days of a symbol to ask for. */
final class RangePlanner {

    private final BackfillRequest request;
    private final BackfillProperties settings;
    private final LocalDate today;

    RangePlanner(BackfillRequest request, BackfillProperties settings, LocalDate today) {
        this.request = request;
        this.settings = settings;
        this.today = today;
    }

    /**
     * What is stored is always everything from one day to another. So a wish that begins earlier asks for all of it again,
     * and one that begins later still goes on from where the stored days end.
     */
    HistoryRequest of(Symbol symbol, @Nullable StoredSeries stored) {
        LocalDate to = request.to() == null ? today : request.to();
        LocalDate from = request.from();
        if (stored == null) {
            HistoryRange all = range(from == null ? to.minus(settings.history()) : from, to);
            return new HistoryRequest(symbol, null, all, all, true);
        }
        BarSeries series = stored.series();
        LocalDate first = from == null || from.isAfter(series.since()) ? series.since() : from;
        HistoryRange hull = range(first, to.isAfter(series.until()) ? to : series.until());
        boolean whole = request.full() || first.isBefore(series.since()) || !series.adjusted();
        LocalDate overlap = stored.finalDayBack(settings.overlap());
        return new HistoryRequest(symbol, stored, whole ? hull : range(overlap, hull.to()), hull, whole);
    }

    private static HistoryRange range(LocalDate from, LocalDate to) {
        return new HistoryRange(from.isAfter(to) ? to : from, to);
    }
}
