package io.openalpha.simulator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Something ordered to happen to one symbol on a day; it can be seen once the session of that day, or the next one if
 * the exchange rests then, has opened on the simulator's clock. As text: {@code AAPL split 4:1 on 2026-11-23},
 * {@code AAPL dividend 0.5 on …}, {@code AAPL restate 1.01 on …}, {@code AAPL halt on …}, {@code AAPL delist on …}.
 *
 * @param symbol in Yahoo's spelling
 * @param kind what happens
 * @param value of a split new for old shares, of a dividend the amount a share (before the splits that follow) in the
 *     exchange's own currency, of a restatement the factor on all earlier prices; otherwise 1
 * @param per of a split the old shares; otherwise 1
 * @param date exchange-local
 */
public record MarketEvent(String symbol, Kind kind, BigDecimal value, BigDecimal per, LocalDate date) {

    /** What can be ordered. */
    public enum Kind {
        /** New shares for old ones: earlier prices are divided, by Yahoo. */
        SPLIT,
        /** Earlier adjusted closes are lowered. */
        DIVIDEND,
        /** Yahoo multiplies all earlier prices without giving a reason. */
        RESTATE,
        /** A day without a trade: Yahoo's row is null, Alpha Vantage has none. */
        HALT,
        /** No data from then on, neither new nor old. */
        DELIST
    }

    /** @throws IllegalArgumentException if a number is not above 0 */
    public MarketEvent {
        if (value.signum() <= 0 || per.signum() <= 0) {
            throw new IllegalArgumentException("%s of %s must be above 0".formatted(DatedText.spelled(kind), symbol));
        }
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if it is not one, with a message for the user
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MarketEvent parse(String text) {
        DatedText order = DatedText.parse(text);
        Kind kind = DatedText.word(Kind.class, order.word());
        String value = order.value() == null ? "1" : order.value();
        int colon = value.indexOf(':');
        try {
            BigDecimal per = colon < 0 ? BigDecimal.ONE : new BigDecimal(value.substring(colon + 1));
            BigDecimal number = new BigDecimal(colon < 0 ? value : value.substring(0, colon));
            return new MarketEvent(order.symbol(), kind, number, per, order.date());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%s' in '%s' is not a number".formatted(value, text), e);
        }
    }

    double ratio() {
        return value.doubleValue() / per.doubleValue();
    }

    @Override
    @JsonValue
    public String toString() {
        String number =
                switch (kind) {
                    case SPLIT -> " " + value.toPlainString() + ":" + per.toPlainString();
                    case DIVIDEND, RESTATE -> " " + value.toPlainString();
                    case HALT, DELIST -> "";
                };
        return symbol + " " + DatedText.spelled(kind) + number + " on " + date;
    }
}
