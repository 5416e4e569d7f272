package io.openalpha.source.alphavantage;

import io.openalpha.market.BarChecks;
import io.openalpha.source.http.Redaction;
import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure.Garbled;
import io.openalpha.source.wire.SourceFailure.Unusable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Reads a body of {@code GLOBAL_QUOTE}. Its keys are matched by their beginning, for the outer one grows a suffix with
 * some plans.
 */
final class GlobalQuoteReader {

    private static final Pattern PRICE = Pattern.compile("\\d{1,12}(\\.\\d{1,10})?");
    private static final Pattern VOLUME = Pattern.compile("(\\d{1,18})(\\.\\d{1,10})?");

    private final String symbol;
    private final Instant now;
    private final Redaction redaction;

    /**
     * @param symbol whose quote is accepted, in Alpha Vantage's spelling
     * @param now the time of the request
     */
    GlobalQuoteReader(String symbol, Instant now, Redaction redaction) {
        this.symbol = symbol;
        this.now = now;
        this.redaction = redaction;
    }

    /** @throws SourceException if the body is an error or no quote of the symbol */
    GlobalQuote read(JsonNode body) throws SourceException {
        if (!body.isObject()) {
            throw new SourceException(new Garbled("answer is not a JSON object"));
        }
        JsonNode quote = ErrorReader.startingWith("Global Quote", body);
        if (quote.isObject() && !quote.isEmpty()) {
            return quote(quote);
        }
        throw new SourceException(new ErrorReader(symbol, now, redaction).failure("Global Quote", body));
    }

    private GlobalQuote quote(JsonNode quote) throws SourceException {
        if (!text("01. symbol", quote).equals(symbol)) {
            throw new SourceException(new Garbled("quote is not of " + symbol));
        }
        BigDecimal price = new BigDecimal(matching(PRICE, "05. price", quote));
        // A volume that is missing does not cost the price.
        Matcher volume = VOLUME.matcher(text("06. volume", quote));
        if (price.signum() == 0 || isFar(price, text("08. previous close", quote))) {
            throw unusable("05. price");
        }
        return new GlobalQuote(tradingDay(quote), price, volume.matches() ? Long.parseLong(volume.group(1)) : 0);
    }

    /** A price that is many times the one before, or a small part of it, is no price. */
    private static boolean isFar(BigDecimal price, String before) {
        boolean known = PRICE.matcher(before).matches() && new BigDecimal(before).signum() > 0;
        return known && BarChecks.isFar(price.doubleValue(), Double.parseDouble(before));
    }

    private LocalDate tradingDay(JsonNode quote) throws SourceException {
        String key = "07. latest trading day";
        try {
            LocalDate day = LocalDate.parse(text(key, quote));
            if (!day.isAfter(QuotaDay.at(now).date())) {
                return day;
            }
        } catch (DateTimeException e) {
            throw unusable(key);
        }
        throw unusable(key);
    }

    private String matching(Pattern pattern, String key, JsonNode quote) throws SourceException {
        String text = text(key, quote);
        if (!pattern.matcher(text).matches()) {
            throw unusable(key);
        }
        return text;
    }

    private static String text(String key, JsonNode quote) {
        return ErrorReader.startingWith(key, quote).asString("");
    }

    private SourceException unusable(String key) {
        return new SourceException(new Unusable("'%s' of %s is missing or makes no sense".formatted(key, symbol)));
    }
}
