package io.openalpha.source.yahoo;

import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure.Garbled;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a price of Yahoo's counts: whole units of a currency, or hundredths where the exchange counts in these.
 *
 * @param currency the whole unit
 * @param decimals digits by which a price is to be moved to the right of the point
 */
record PriceUnit(String currency, int decimals) {

    private static final Pattern CODE = Pattern.compile("[A-Z]{3,10}");

    private static final Map<String, PriceUnit> HUNDREDTHS = Map.of(
            "GBp", new PriceUnit("GBP", 2),
            "ZAc", new PriceUnit("ZAR", 2),
            "ILA", new PriceUnit("ILS", 2));

    /** @throws SourceException if it is not a currency, for then the price could mean anything */
    static PriceUnit of(JsonNode currency) throws SourceException {
        String code = currency.asString("");
        PriceUnit hundredths = HUNDREDTHS.get(code);
        if (hundredths != null) {
            return hundredths;
        }
        if (!CODE.matcher(code).matches()) {
            throw new SourceException(new Garbled("prices without a known currency"));
        }
        return new PriceUnit(code, 0);
    }

    /** The price in whole units. Yahoo's prices are single-precision numbers written with the digits of doubles. */
    BigDecimal whole(float price) {
        return new BigDecimal(Float.toString(price)).movePointLeft(decimals);
    }

    /** The price of a bar in whole units; nonsense such as NaN stays what it is. */
    double whole(double price) {
        if (!Double.isFinite(price)) {
            return price;
        }
        return decimals == 0 ? Float32.shortest(price) : whole((float) price).doubleValue();
    }
}
