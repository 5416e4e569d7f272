package io.openalpha.simulator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;

/**
 * Wrong data that Yahoo's daily bars of a symbol show for a number of sessions. As text:
 * {@code AAPL high-below-low on 2026-11-20}, {@code AAPL stale 10 on …} (ten sessions from that day on).
 *
 * @param symbol in Yahoo's spelling
 * @param kind what is wrong
 * @param sessions how many sessions show it, at least 1
 * @param date exchange-local day of the first
 */
public record PlantedDefect(String symbol, Kind kind, int sessions, LocalDate date) {

    /** What can be wrong. */
    public enum Kind {
        /** High and low change places. */
        HIGH_BELOW_LOW,
        /** All prices times 100. */
        JUMP,
        /** All prices 0. */
        ZERO_PRICE,
        /** The volume below 0. */
        NEGATIVE_VOLUME,
        /** No row at all. */
        MISSING,
        /** A row of nulls. */
        NULL_ROW,
        /** A volume and no prices. */
        PARTLY_NULL,
        /** A second, different row on the same day. */
        DUPLICATE,
        /** The row of the session before the first, repeated. */
        STALE,
        /** {@code NaN} as adjusted close, which JSON does not know. */
        NAN_ADJCLOSE,
        /** {@code Infinity} as adjusted close, which JSON does not know. */
        INFINITE_ADJCLOSE
    }

    /** @throws IllegalArgumentException if it lasts for no session */
    public PlantedDefect {
        if (sessions < 1) {
            throw new IllegalArgumentException("a defect of %s must last 1 session or more".formatted(symbol));
        }
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if it is not one, with a message for the user
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PlantedDefect parse(String text) {
        DatedText order = DatedText.parse(text);
        Kind kind = DatedText.word(Kind.class, order.word());
        try {
            int sessions = order.value() == null ? 1 : Integer.parseInt(order.value());
            return new PlantedDefect(order.symbol(), kind, sessions, order.date());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'%s' in '%s' is not a number of sessions".formatted(order.value(), text), e);
        }
    }

    @Override
    @JsonValue
    public String toString() {
        return "%s %s %s on %s".formatted(symbol, DatedText.spelled(kind), sessions, date);
    }
}
