package io.openalpha.web.api;

import io.openalpha.market.ConflictStore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

@Schema(
        name = "Conflict",
        description = "A symbol whose source contradicts itself or the stored bars, which were kept.")
record ConflictView(
        @Schema(example = "AAPL") String symbol,

        @Schema(example = "shorter", description = "The rule that the answer broke")
        String rule,

        @Schema(example = "2514 bars from 2016-11-21 to 2026-11-20", description = "What is stored")
        String stored,

        @Schema(example = "20 of these days", description = "What the source says")
        String answered,

        @Schema(example = "yahoo") String source,

        @Schema(example = "2026-11-20T22:15:03Z", description = "When the first such answer came")
        Instant since) {

    static ConflictView of(ConflictStore.Conflicting found) {
        return new ConflictView(
                found.symbol().name(),
                found.conflict().rule(),
                found.conflict().stored(),
                found.conflict().answered(),
                found.source(),
                found.since());
    }
}
