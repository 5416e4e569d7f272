package io.openalpha.source.yahoo;

import io.openalpha.market.DailyBar;
import io.openalpha.market.Quote;
import io.openalpha.market.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One row of a chart, as far as a quote needs it.
 *
 * @param at the session's open, or for a running session the last trade
 * @param close above zero, in whole units of the currency
 * @param volume 0 where Yahoo gives none
 */
record ChartRow(Instant at, BigDecimal close, long volume, String currency) {

    /** The row; null if a value makes no sense. */
    static @Nullable ChartRow of(
            JsonNode timestamp, JsonNode close, JsonNode volume, PriceUnit unit, Instant latestPlausible) {
        float price = (float) close.doubleValue();
        if (!Float.isFinite(price) || price <= 0) {
            return null;
        }
        boolean impossible = volume.isNumber() && volume.doubleValue() < 0;
        if (impossible || !isCount(timestamp) || timestamp.longValue() > latestPlausible.getEpochSecond()) {
            return null;
        }
        Instant at = Instant.ofEpochSecond(timestamp.longValue());
        return new ChartRow(at, unit.whole(price), volume(volume), unit.currency());
    }

    /** Missing of indices, broken of crypto currencies; a number that no exchange reaches stands for none. */
    private static long volume(JsonNode volume) {
        double number = volume.isNumber() ? volume.doubleValue() : 0;
        if (!(number < DailyBar.MOST_VOLUME)) {
            return 0;
        }
        return volume.isIntegralNumber() ? volume.longValue() : (long) number;
    }

    private static boolean isCount(JsonNode number) {
        return number.isIntegralNumber() && number.canConvertToLong() && number.longValue() >= 0;
    }

    Quote toQuote(Symbol symbol, String source, Instant fetchedAt) {
        return new Quote(symbol, at, close, volume, currency, source, fetchedAt);
    }
}
