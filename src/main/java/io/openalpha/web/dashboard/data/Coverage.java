package io.openalpha.web.dashboard.data;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How many bars each symbol has in each month, beside the sessions of its exchange.
 *
 * @param months without a gap, oldest first
 * @param bars by symbol, a number a month; 0 for none
 * @param sessions by symbol, a number a month: days on which at least half of its exchange's symbols traded
 */
record Coverage(List<YearMonth> months, Map<String, int[]> bars, Map<String, int[]> sessions) {

    private static final double NONE = -1;

    /** What the heat map draws of some symbols. Shares are -1 before a symbol's first month and after its last. */
    record Drawing(
            List<String> months, List<String> symbols, List<double[]> rows, List<int[]> counts, List<int[]> sessions) {}

    Drawing of(List<String> symbols) {
        List<String> known = symbols.stream().filter(bars::containsKey).toList();
        return new Drawing(
                months.stream().map(YearMonth::toString).toList(),
                known,
                known.stream().map(this::shares).toList(),
                known.stream().map(bars::get).toList(),
                known.stream().map(sessions::get).toList());
    }

    private double[] shares(String symbol) {
        int[] have = bars.getOrDefault(symbol, new int[0]);
        int[] should = sessions.getOrDefault(symbol, new int[have.length]);
        int first = IntStream.range(0, have.length)
                .filter(month -> have[month] > 0)
                .findFirst()
                .orElse(0);
        int last =
                IntStream.range(0, have.length).filter(month -> have[month] > 0).reduce(0, (a, b) -> b);
        return IntStream.range(0, have.length)
                .mapToDouble(month ->
                        month < first || month > last ? NONE : share(have[month], should[month], month == first))
                .toArray();
    }

    /** In the month of its first bar a symbol may have begun to trade. */
    private static double share(int have, int should, boolean begun) {
        if (should == 0 && have == 0) {
            return NONE;
        }
        return begun || should == 0 ? 1 : Math.min(1, (double) have / should);
    }
}
