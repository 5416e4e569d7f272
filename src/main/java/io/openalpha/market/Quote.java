package io.openalpha.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

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

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{2,10}");
    private static final DateTimeFormatter NAIVE_UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** @throws IllegalArgumentException if the price is not above zero, the volume negative, or the currency no code */
    public Quote {
        if (price.signum() <= 0) {
            throw new IllegalArgumentException("price of %s must be above 0 but is %s".formatted(symbol, price));
        }
        if (volume < 0) {
            throw new IllegalArgumentException("volume of %s must not be negative but is %s".formatted(symbol, volume));
        }
        if (!CODE.matcher(currency).matches()) {
            throw new IllegalArgumentException(
                    "currency of %s must be a code of two to ten letters and digits but is '%s'"
                            .formatted(symbol, currency.replaceAll("\\P{Print}", "?")));
        }
    }

    /** The time of the price in UTC, to the second and without a zone, such as {@code 2026-11-20T20:59:59}. */
    public String timestamp() {
        return NAIVE_UTC.format(at);
    }
}
