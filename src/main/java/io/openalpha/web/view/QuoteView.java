package io.openalpha.web.view;

import io.openalpha.market.Quote;
import io.openalpha.market.Symbol;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Set;

/** The latest price of a symbol; the timestamp is UTC and names no zone. */
@Schema(name = "Quote", description = "A price, when it was true by the market's clock.")
public record QuoteView(
        @Schema(example = "AAPL") String symbol,
        @Schema(example = "227.52") BigDecimal price,
        @Schema(example = "38274910") long volume,

        @Schema(example = "2026-11-20T20:59:59", description = "UTC, without saying so")
        String timestamp,

        @Schema(example = "yahoo") String source,
        @Schema(example = "USD") String currency,

        @Schema(example = "false", description = "Whether the price is older than the last session of its exchange")
        boolean old) {

    /** @param old the symbols whose quote is older than the last session of their exchange */
    public static QuoteView of(Quote quote, Set<Symbol> old) {
        return new QuoteView(
                quote.symbol().name(),
                quote.price(),
                quote.volume(),
                quote.timestamp(),
                quote.source(),
                quote.currency(),
                old.contains(quote.symbol()));
    }
}
