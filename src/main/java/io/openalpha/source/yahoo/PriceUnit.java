package io.openalpha.source.yahoo;

import io.openalpha.market.CurrencyUnit;
import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure.Unusable;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** What the prices of a chart count. */
record PriceUnit(CurrencyUnit unit) {

    /**
     * The unit of a chart's currency.
     *
     * @param symbol of the chart; one of a pair such as ETH-BTC may be priced in a crypto currency
     * @throws SourceException if it is not a currency, for then the price could mean anything
     */
    static PriceUnit of(JsonNode currency, String symbol) throws SourceException {
        String code = currency.asString("");
        if (code.matches("[A-Z0-9]{3,10}") && symbol.endsWith("-" + code)) {
            return new PriceUnit(new CurrencyUnit(code, 0));
        }
        return new PriceUnit(CurrencyUnit.of(code)
                .orElseThrow(() -> new SourceException(
                        new Unusable("prices of %s are in '%s', which is no known currency".formatted(symbol, code)))));
    }

    String currency() {
        return unit.currency();
    }

    /** The price in whole units. Yahoo's prices are single-precision numbers written with the digits of doubles. */
    BigDecimal whole(float price) {
        return unit.whole(new BigDecimal(Float.toString(price)));
    }

    /** The price of a bar in whole units; NaN if it is no finite number. */
    double whole(double price) {
        if (!Double.isFinite(price)) {
            return Double.NaN;
        }
        return unit.decimals() == 0
                ? Float32.shortest(price)
                : Float.isFinite((float) price) ? whole((float) price).doubleValue() : Double.NaN;
    }
}
