package io.openalpha.market;

import java.util.BitSet;
import java.util.List;

/** The days on which one exchange traded, as its symbols show: at least half of those that were listed have a bar. */
final class Sessions {

    private final BitSet days = new BitSet();

    /** @param symbols all of the exchange */
    Sessions(List<TradedDays> symbols) {
        int end = symbols.stream().mapToInt(TradedDays::last).max().orElse(-1) + 1;
        int[] traded = new int[end];
        int[] change = new int[end + 1];
        for (TradedDays symbol : symbols) {
            symbol.days().stream().forEach(day -> traded[day]++);
            change[symbol.first()]++;
            change[symbol.last() + 1]--;
        }
        int listed = 0;
        for (int day = 0; day < end; day++) {
            listed += change[day];
            days.set(day, traded[day] > 0 && 2 * traded[day] >= listed);
        }
    }

    /** The days on which the exchange traded and a symbol, listed before and after, has no bar. */
    BitSet missing(TradedDays symbol) {
        BitSet missing = days.get(0, symbol.last());
        missing.clear(0, symbol.first());
        missing.andNot(symbol.days());
        return missing;
    }
}
