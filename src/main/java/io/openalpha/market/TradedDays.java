package io.openalpha.market;

import java.time.LocalDate;
import java.util.BitSet;

/**
 * The days of one symbol that have a bar, counted from a common first day.
 *
 * @param first the first day with a bar; 0 if that is before the common first day
 * @param last the last day with a bar
 */
record TradedDays(Symbol symbol, String exchange, int first, int last, BitSet days) {

    static int since(LocalDate from, LocalDate day) {
        return (int) Math.max(0, day.toEpochDay() - from.toEpochDay());
    }
}
