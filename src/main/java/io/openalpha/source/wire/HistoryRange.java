package io.openalpha.source.wire;

import java.time.LocalDate;

/**
 * Which days are asked for.
 *
 * @param from the first, at the exchange
 * @param to the last
 */
public record HistoryRange(LocalDate from, LocalDate to) {

    /** @throws IllegalArgumentException if it ends before it begins */
    public HistoryRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("history from %s ends before it begins, at %s".formatted(from, to));
        }
    }

    /** Whether the day is one of them. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
