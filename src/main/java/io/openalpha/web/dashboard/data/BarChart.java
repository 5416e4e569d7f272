package io.openalpha.web.dashboard.data;

import io.openalpha.market.BarReader;
import io.openalpha.market.CorporateAction;
import io.openalpha.market.DailyBar;
import io.openalpha.market.StoredBar;
import io.openalpha.market.Symbol;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the chart of a symbol draws.
 *
 * @param bars each as day, open, close, low, high, volume
 */
record BarChart(List<List<Object>> bars, List<Action> actions) {

    /** A split or a dividend. */
    record Action(String date, String kind, String text) {}

    static BarChart of(BarReader reader, Symbol symbol, LocalDate from, LocalDate to) {
        try (Stream<StoredBar> bars = reader.stream(List.of(symbol), from, to)) {
            return new BarChart(
                    bars.map(bar -> row(bar.bar())).toList(),
                    reader.actions(symbol).stream().map(BarChart::action).toList());
        }
    }

    private static List<Object> row(DailyBar bar) {
        return List.of(bar.date().toString(), bar.open(), bar.close(), bar.low(), bar.high(), bar.volume());
    }

    private static Action action(CorporateAction action) {
        return new Action(action.date().toString(), action.kind().word(), action.toString());
    }
}
