package io.openalpha.ml.feature;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * The days on which the market traded: those with at least half as many bars as the busiest of the {@value #AROUND}
 * days up to them. A holiday of most symbols is no traded day though some trade, nor is a day whose bars have hardly
 * arrived. Only days gone by are looked at, so that later bars change nothing.
 */
final class TradingDays {

    private static final int AROUND = 10;

    private static final int NOT_TRADED = -1;

    private final int first;
    private final int[] indexOf;
    private final int[] days;

    private TradingDays(int first, int[] bars) {
        this.first = first;
        this.indexOf = new int[bars.length];
        int[] traded = new int[bars.length];
        int count = 0;
        for (int day = 0; day < bars.length; day++) {
            boolean isTraded = bars[day] > 0 && 2 * bars[day] >= busiest(bars, day);
            indexOf[day] = isTraded ? count : NOT_TRADED;
            if (isTraded) {
                traded[count++] = first + day;
            }
        }
        this.days = Arrays.copyOf(traded, count);
    }

    static TradingDays of(List<SymbolHistory> histories) {
        int from = histories.stream().mapToInt(h -> h.day()[0]).min().orElse(0);
        int to = histories.stream().mapToInt(h -> h.day()[h.size() - 1]).max().orElse(0);
        int[] bars = new int[to - from + 1];
        for (SymbolHistory history : histories) {
            for (int day : history.day()) {
                bars[day - from]++;
            }
        }
        return new TradingDays(from, bars);
    }

    private static int busiest(int[] bars, int day) {
        return Arrays.stream(bars, Math.max(0, day - AROUND + 1), day + 1).max().orElse(0);
    }

    int count() {
        return days.length;
    }

    LocalDate date(int index) {
        return LocalDate.ofEpochDay(days[index]);
    }

    /** The index of a bar's day; negative if it is no traded day. */
    int of(SymbolHistory history, int bar) {
        return indexOf[history.day()[bar] - first];
    }

    /** For each traded day the bar of a symbol, or a negative number. */
    int[] bars(SymbolHistory history) {
        int[] bars = new int[days.length];
        Arrays.fill(bars, -1);
        for (int bar = 0; bar < history.size(); bar++) {
            if (of(history, bar) >= 0) {
                bars[of(history, bar)] = bar;
            }
        }
        return bars;
    }
}
