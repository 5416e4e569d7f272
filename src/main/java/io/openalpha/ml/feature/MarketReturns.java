package io.openalpha.ml.feature;

import java.util.List;
import java.util.stream.IntStream;

/** What all symbols together did on the traded days. */
final class MarketReturns {

    private static final int DAYS = 20;

    private final double[] sums;
    private final int[] counts;

    private MarketReturns(int days) {
        this.sums = new double[days];
        this.counts = new int[days];
    }

    /** The traded days in their order. */
    static List<MarketDay> days(List<SymbolHistory> histories, TradingDays days) {
        MarketReturns market = new MarketReturns(days.count());
        for (SymbolHistory history : histories) {
            market.add(history, days);
        }
        return IntStream.range(0, days.count()).mapToObj(market::day).toList();
    }

    private void add(SymbolHistory history, TradingDays days) {
        for (int bar = 0; bar < history.size(); bar++) {
            int day = days.of(history, bar);
            if (day >= 0 && history.hasDayReturn(bar)) {
                sums[day] += history.dayReturn()[bar];
                counts[day]++;
            }
        }
    }

    private MarketDay day(int day) {
        return new MarketDay(mean(day), volatility(day));
    }

    /** NaN where no symbol has a return. */
    private double mean(int day) {
        return counts[day] == 0 ? Double.NaN : sums[day] / counts[day];
    }

    private double volatility(int day) {
        if (day < DAYS - 1) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = day - DAYS + 1; i <= day; i++) {
            sum += mean(i);
        }
        double squares = 0;
        for (int i = day - DAYS + 1; i <= day; i++) {
            squares += Math.pow(mean(i) - sum / DAYS, 2);
        }
        return Math.sqrt(squares / (DAYS - 1));
    }
}
