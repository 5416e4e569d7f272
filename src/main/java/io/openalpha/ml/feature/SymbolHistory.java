package io.openalpha.ml.feature;

import io.openalpha.market.DailyBar;
import io.openalpha.market.Symbol;
import java.util.List;

/**
 * The bars of a symbol, column by column, in the order of dates; prices adjusted for splits and dividends.
 *
 * @param day days since 1970
 * @param dollarVolume close × volume, both adjusted for splits only
 * @param dayReturn log return since the bar before; 0 for the first bar
 * @param run bars up to this one without a pause longer than {@link #LONGEST_PAUSE}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SymbolHistory(
        Symbol symbol,
        int[] day,
        double[] open,
        double[] high,
        double[] low,
        double[] close,
        double[] dollarVolume,
        double[] dayReturn,
        int[] run) {

    /**
     * Calendar days between two bars; exchanges close for up to eleven. After a longer pause a history begins anew.
     */
    static final int LONGEST_PAUSE = 14;

    /**
     * The bars of a symbol that features may be computed from: final ones with an adjusted close.
     *
     * @throws IllegalArgumentException if dates do not ascend or a price is not a positive number
     */
    static SymbolHistory of(Symbol symbol, List<DailyBar> bars) {
        List<DailyBar> usable =
                bars.stream().filter(bar -> bar.isFinal() && bar.isAdjusted()).toList();
        SymbolHistory history = empty(symbol, usable.size());
        for (int i = 0; i < usable.size(); i++) {
            history.put(i, usable.get(i));
        }
        return history;
    }

    private static SymbolHistory empty(Symbol symbol, int size) {
        return new SymbolHistory(
                symbol,
                new int[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new int[size]);
    }

    private void put(int i, DailyBar bar) {
        // Dividing first leaves a price that equals the close exactly equal to it.
        open[i] = checked(bar, bar.open() / bar.close() * bar.adjustedClose());
        high[i] = checked(bar, bar.high() / bar.close() * bar.adjustedClose());
        low[i] = checked(bar, bar.low() / bar.close() * bar.adjustedClose());
        close[i] = checked(bar, bar.adjustedClose());
        dollarVolume[i] = bar.close() * bar.volume();
        day[i] = (int) bar.date().toEpochDay();
        if (i > 0 && day[i] <= day[i - 1]) {
            throw new IllegalArgumentException(
                    "%s: the bar of %s comes after a bar of the same or a later day".formatted(symbol, bar.date()));
        }
        boolean goesOn = i > 0 && day[i] - day[i - 1] <= LONGEST_PAUSE;
        dayReturn[i] = i > 0 ? Math.log(close[i] / close[i - 1]) : 0;
        run[i] = goesOn ? run[i - 1] + 1 : 1;
    }

    private double checked(DailyBar bar, double price) {
        if (price > 0 && Double.isFinite(price)) {
            return price;
        }
        throw new IllegalArgumentException(
                "%s: the bar of %s has a price that is not a positive number: %s".formatted(symbol, bar.date(), bar));
    }

    int size() {
        return day.length;
    }

    /** Whether the bar has a return of one day: that the symbol has traded just before. */
    boolean hasDayReturn(int bar) {
        return run[bar] > 1;
    }

    /** Whether all look-backs of a bar are filled with bars that follow one another. */
    boolean isRipe(int bar) {
        int first = bar - FeatureSet.LOOK_BACK + 1;
        return run[bar] >= FeatureSet.LOOK_BACK && day[bar] - day[first] < FeatureSet.LOOK_BACK_DAYS;
    }
}
