package io.openalpha.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The latest price of one instrument, as one source gave it.
 *
 * @param symbol the instrument
 * @param at when the price was true, by the market's clock; never the time of the request
 * @param price above zero, in whole units of {@code currency} (pounds, not pence)
 * @param volume shares or contracts traded in the session so far; zero where the source gives none
 * @param currency ISO 4217 code, or the source's own code for a crypto currency
 * @param source name of the source that answered
 * @param fetchedAt when OpenAlpha asked
 */
public record Quote(
        Symbol symbol, Instant at, BigDecimal price, long volume, String currency, String source, Instant fetchedAt) {

    private static final DateTimeFormatter NAIVE_UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** @throws IllegalArgumentException if the price is not above zero or the volume is negative */
    public Quote {
        if (price.signum() <= 0) {
            throw new IllegalArgumentException("price of %s must be above 0 but is %s".formatted(symbol, price));
        }
        if (volume < 0) {
            throw new IllegalArgumentException("volume of %s must not be negative but is %s".formatted(symbol, volume));
        }
    }

    /** The time of the price in UTC, to the second and without a zone, such as {@code 2026-11-20T20:59:59}. */
    public String timestamp() {
        return NAIVE_UTC.format(at);
    }
}
