package io.openalpha.web.view;

import io.openalpha.market.Instrument;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An instrument of the universe. */
@Schema(name = "Symbol", description = "An instrument of the universe.")
public record SymbolView(
        @Schema(example = "AAPL") String symbol,
        @Schema(example = "Apple Inc.") @Nullable String title,

        @Schema(example = "Information Technology") @Nullable
        String sector,

        @Schema(example = "NMS") @Nullable String exchange,
        @Schema(example = "USD") @Nullable String currency,
        @Schema(description = "Whether it is collected") boolean enabled) {

    public static SymbolView of(Instrument instrument) {
        return new SymbolView(
                instrument.symbol().name(),
                instrument.title(),
                instrument.sector(),
                instrument.exchange(),
                instrument.currency(),
                instrument.enabled());
    }
}
