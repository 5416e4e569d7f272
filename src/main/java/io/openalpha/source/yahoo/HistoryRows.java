package io.openalpha.source.yahoo;

import io.openalpha.market.CorporateAction;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Symbol;
import io.openalpha.source.wire.History;
import io.openalpha.source.wire.HistoryRange;
import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure.Garbled;
import io.openalpha.source.wire.SourceFailure.NoData;
import io.openalpha.source.wire.SourceFailure.Unusable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes bars and actions of the columns of a chart. */
final class HistoryRows {

    private final Column timestamps;
    private final Column open;
    private final Column high;
    private final Column low;
    private final Column close;
    private final @Nullable Column adjustedClose;
    private final @Nullable Column volume;
    private final PriceUnit unit;
    private final Session session;

    /** @throws SourceException if the columns do not go together */
    HistoryRows(Column timestamps, Map<String, Column> columns, PriceUnit unit, Session session)
            throws SourceException {
        this.timestamps = timestamps;
        this.open = column("open", columns);
        this.high = column("high", columns);
        this.low = column("low", columns);
        this.close = column("close", columns);
        this.adjustedClose = given("adjclose", columns);
        this.volume = given("volume", columns);
        this.unit = unit;
        this.session = session;
    }

    private Column column(String name, Map<String, Column> columns) throws SourceException {
        Column column = columns.get(name);
        int size = column == null ? 0 : column.size();
        if (column == null || size != timestamps.size()) {
            throw new SourceException(
                    new Garbled("%s rows but %s values of %s".formatted(timestamps.size(), size, name)));
        }
        return column;
    }

    /** Indices and currencies may have neither volumes nor adjusted closes: null if there is no such number. */
    private @Nullable Column given(String name, Map<String, Column> columns) throws SourceException {
        Column column = columns.get(name);
        return column == null || column.isEmpty() ? null : column(name, columns);
    }

    /** @throws SourceException if no row of the range is complete, or dividends are named and no adjusted closes */
    History history(Symbol symbol, String exchange, HistoryRange range, List<CorporateAction> actions)
            throws SourceException {
        if (adjustedClose == null && actions.stream().anyMatch(CorporateAction::isPaid)) {
            throw new SourceException(new Unusable("dividends of %s but no adjusted closes".formatted(symbol)));
        }
        List<DailyBar> bars = new ArrayList<>(timestamps.size());
        List<LocalDate> unpriced = new ArrayList<>();
        for (int row = 0; row < timestamps.size(); row++) {
            LocalDate date = date(row);
            if (date == null || !range.contains(date)) {
                continue;
            }
            if (isComplete(row)) {
                bars.add(bar(date, row));
            } else if (volume(row) > 0 && session.isOver(date)) {
                unpriced.add(date);
            }
        }
        if (bars.isEmpty()) {
            throw new SourceException(
                    new NoData("no complete row of %s from %s to %s".formatted(symbol, range.from(), range.to())));
        }
        bars.sort(Comparator.comparing(DailyBar::date));
        return new History(
                symbol,
                exchange,
                unit.currency(),
                session.zone(),
                true,
                YahooSource.NAME,
                session.now(),
                bars,
                actions,
                unpriced);
    }

    private @Nullable LocalDate date(int row) {
        double moment = timestamps.has(row) ? timestamps.get(row) : Double.NaN;
        return Double.isFinite(moment) && LocalDays.covers((long) moment) ? session.date((long) moment) : null;
    }

    /** Nulls stand for days without a trade, or whose numbers are not out yet. */
    private boolean isComplete(int row) {
        return open.has(row)
                && high.has(row)
                && low.has(row)
                && close.has(row)
                && (adjustedClose == null || adjustedClose.has(row));
    }

    private long volume(int row) {
        return volume != null && volume.has(row) ? volume.getLong(row) : 0;
    }

    private DailyBar bar(LocalDate date, int row) {
        return new DailyBar(
                date,
                unit.whole(open.get(row)),
                unit.whole(high.get(row)),
                unit.whole(low.get(row)),
                unit.whole(close.get(row)),
                unit.whole(adjustedClose == null ? close.get(row) : adjustedClose.get(row)),
                volume(row),
                session.isOver(date));
    }
}
