package io.openalpha.web.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.openalpha.market.DailyBar;
import io.openalpha.market.StoredBar;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A daily bar. */
@Schema(name = "Bar", description = "One day of one instrument; prices are adjusted for splits.")
public record BarView(
        @Schema(example = "AAPL") String symbol,

        @Schema(example = "2026-11-20", description = "At the exchange")
        LocalDate date,

        @Schema(example = "226.1") double open,
        @Schema(example = "228.9") double high,
        @Schema(example = "225.7") double low,
        @Schema(example = "227.5") double close,

        @JsonProperty("adjusted_close")
        @Schema(example = "227.5", description = "For dividends, too; null where unknown")
        @Nullable
        Double adjustedClose,

        @Schema(example = "38274910") long volume,

        @JsonProperty("final") @Schema(description = "Whether the session was over when the bar was fetched")
        boolean isFinal,

        @Schema(example = "yahoo") String source) {

    public static BarView of(StoredBar row) {
        DailyBar bar = row.bar();
        return new BarView(
                row.symbol().name(),
                bar.date(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.isAdjusted() ? bar.adjustedClose() : null,
                bar.volume(),
                bar.isFinal(),
                row.source());
    }
}
