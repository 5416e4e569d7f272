package io.openalpha.web.view;

import io.openalpha.market.Quote;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/** The latest price of a symbol; the timestamp is UTC and names no zone. */
@Schema(name = "Quote", description = "A price, when it was true by the market's clock.")
public record QuoteView(
        @Schema(example = "AAPL") String symbol,
        @Schema(example = "227.52") BigDecimal price,
        @Schema(example = "38274910") long volume,

        @Schema(example = "2026-11-20T20:59:59", description = "UTC, without saying so")
        String timestamp,

        @Schema(example = "yahoo") String source,
        @Schema(example = "USD") String currency) {

    public static QuoteView of(Quote quote) {
        return new QuoteView(
                quote.symbol().name(),
                quote.price(),
                quote.volume(),
                quote.timestamp(),
                quote.source(),
                quote.currency());
    }
}
