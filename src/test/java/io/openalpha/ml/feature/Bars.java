package io.openalpha.ml.feature;

import io.openalpha.market.DailyBar;
import io.openalpha.market.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Bars of one symbol, written day by day; days follow one another without weekends. */
final class Bars {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    private final List<DailyBar> bars = new ArrayList<>();

    /** As many bars that say nothing: every price is this one. */
    static Bars flat(int count, double price, long volume) {
        Bars bars = new Bars();
        for (int i = 0; i < count; i++) {
            bars.add(price, price, price, price, price, volume);
        }
        return bars;
    }

    /** A bar whose adjusted close is its close. */
    Bars add(double open, double high, double low, double close, long volume) {
        return add(open, high, low, close, close, volume);
    }

    Bars add(double open, double high, double low, double close, double adjustedClose, long volume) {
        LocalDate date = FIRST.plusDays(bars.size());
        bars.add(new DailyBar(date, open, high, low, close, adjustedClose, volume, true));
        return this;
    }

    List<DailyBar> list() {
        return bars;
    }

    /** The value of a stock's feature after the last bar. */
    double value(Feature feature) {
        return value(feature, bars);
    }

    static double value(Feature feature, List<DailyBar> bars) {
        SymbolHistory history = SymbolHistory.of(new Symbol("A"), bars);
        return feature.of(new Window(history, history.size() - 1), new MarketDay(0, 0));
    }
}
