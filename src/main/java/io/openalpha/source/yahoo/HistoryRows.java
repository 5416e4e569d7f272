package io.openalpha.source.yahoo;

import io.openalpha.market.CorporateAction;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Symbol;
import io.openalpha.source.wire.History;
import io.openalpha.source.wire.HistoryRange;
import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure.Garbled;
import io.openalpha.source.wire.SourceFailure.NoData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Makes bars and actions of the columns of a chart. */
final class HistoryRows {

    private final Column timestamps;
    private final Column open;
    private final Column high;
    private final Column low;
    private final Column close;
    private final Column adjustedClose;
    private final Column volume;
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
        this.adjustedClose = column("adjclose", columns);
        this.volume = column("volume", columns);
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

    /** @throws SourceException if no row of the range is complete */
    History history(Symbol symbol, String exchange, HistoryRange range, JsonNode events) throws SourceException {
        List<DailyBar> bars = new ArrayList<>(timestamps.size());
        for (int row = 0; row < timestamps.size(); row++) {
            LocalDate date = session.date((long) timestamps.get(row));
            if (timestamps.has(row) && range.contains(date) && isComplete(row)) {
                bars.add(bar(date, row));
            }
        }
        if (bars.isEmpty()) {
            throw new SourceException(
                    new NoData("no complete row of %s from %s to %s".formatted(symbol, range.from(), range.to())));
        }
        bars.sort(Comparator.comparing(DailyBar::date));
        List<CorporateAction> actions = actions(events, range);
        return new History(
                symbol,
                exchange,
                unit.currency(),
                session.zone(),
                true,
                YahooSource.NAME,
                session.now(),
                bars,
                actions);
    }

    /** Nulls stand for days without a trade, or whose numbers are not out yet. */
    private boolean isComplete(int row) {
        return open.has(row)
                && high.has(row)
                && low.has(row)
                && close.has(row)
                && adjustedClose.has(row)
                && volume.has(row);
    }

    private DailyBar bar(LocalDate date, int row) {
        return new DailyBar(
                date,
                unit.whole(open.get(row)),
                unit.whole(high.get(row)),
                unit.whole(low.get(row)),
                unit.whole(close.get(row)),
                unit.whole(adjustedClose.get(row)),
                (long) volume.get(row),
                session.isOver(date));
    }

    private List<CorporateAction> actions(JsonNode events, HistoryRange range) {
        List<CorporateAction> actions = new ArrayList<>();
        for (JsonNode split : events.path("splits")) {
            add(
                    actions,
                    range,
                    split,
                    CorporateAction.split(
                            date(split),
                            split.path("numerator").asDouble(0),
                            split.path("denominator").asDouble(0)));
        }
        for (JsonNode dividend : events.path("dividends")) {
            double amount = unit.whole(dividend.path("amount").asDouble(0));
            add(actions, range, dividend, CorporateAction.dividend(date(dividend), amount));
        }
        actions.sort(Comparator.comparing(CorporateAction::date).thenComparing(CorporateAction::kind));
        return actions;
    }

    private static void add(List<CorporateAction> actions, HistoryRange range, JsonNode event, CorporateAction action) {
        boolean sensible = action.value() > 0 && action.per() > 0 && Double.isFinite(action.value() / action.per());
        if (sensible && event.path("date").isIntegralNumber() && range.contains(action.date())) {
            actions.add(action);
        }
    }

    private LocalDate date(JsonNode event) {
        return session.date(event.path("date").asLong(0));
    }
}
