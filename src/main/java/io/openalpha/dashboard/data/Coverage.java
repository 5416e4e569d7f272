package io.openalpha.dashboard.data;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How many bars each symbol has in each month, beside the sessions of its exchange.
 *
 * @param months without a gap, oldest first
 * @param bars by symbol, a number a month; 0 for none
 * @param sessions by symbol, a number a month: days on which at least half of its exchange's symbols traded
 */
record Coverage(List<YearMonth> months, Map<String, int[]> bars, Map<String, int[]> sessions) {

    /** What the heat map draws of some symbols. Shares are null before a symbol's first month and after its last. */
    record Drawing(
            List<String> months,
            List<String> symbols,
            List<List<@Nullable Double>> rows,
            List<int[]> counts,
            List<int[]> sessions) {}

    Drawing of(List<String> symbols) {
        List<String> known = symbols.stream().filter(bars::containsKey).toList();
        return new Drawing(
                months.stream().map(YearMonth::toString).toList(),
                known,
                known.stream().map(this::shares).toList(),
                known.stream().map(bars::get).toList(),
                known.stream().map(sessions::get).toList());
    }

    private List<@Nullable Double> shares(String symbol) {
        int[] have = bars.getOrDefault(symbol, new int[0]);
        int[] should = sessions.getOrDefault(symbol, new int[have.length]);
        int first = IntStream.range(0, have.length)
                .filter(month -> have[month] > 0)
                .findFirst()
                .orElse(0);
        int last =
                IntStream.range(0, have.length).filter(month -> have[month] > 0).reduce(0, (a, b) -> b);
        return IntStream.range(0, have.length)
                .mapToObj(month ->
                        month < first || month > last ? null : share(have[month], should[month], month == first))
                .toList();
    }

    /** In the month of its first bar a symbol may have begun to trade. */
    private static @Nullable Double share(int have, int should, boolean begun) {
        if (should == 0 && have == 0) {
            return null;
        }
        return begun || should == 0 ? Double.valueOf(1) : Double.valueOf(Math.min(1, (double) have / should));
    }
}
