package io.openalpha.web.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.openalpha.ml.prediction.PredictionResult;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the serving models predict for a symbol. */
@Schema(name = "Prediction", description = "What the models that serve say of a symbol.")
public record PredictionView(
        @Schema(example = "AAPL") String symbol,

        @JsonProperty("as_of") @Schema(example = "2026-11-20", description = "The day after whose close it was made")
        LocalDate asOf,

        @Schema(example = "false", description = "Whether that day is so long ago that the prediction is of little use")
        boolean stale,

        @Schema(
                example = "0.523",
                description = "Of all models together; null where they do not foresee the same thing")
        @Nullable
        Double probability,

        List<ByModel> models) {

    public static PredictionView of(PredictionResult.Predicted predicted) {
        return new PredictionView(
                predicted.symbol().name(),
                predicted.asOf(),
                predicted.stale(),
                predicted.combined(),
                predicted.probabilities().stream().map(ByModel::of).toList());
    }

    /** What one model predicts. */
    @Schema(description = "What one model says.")
    public record ByModel(
            @Schema(example = "random_forest") String algorithm,

            @Schema(example = "random_forest_20261122_020000")
            String version,

            @Schema(example = "0.531", description = "That it comes as the label says")
            double probability,

            @Schema(
                    example = "direction",
                    allowableValues = {"direction", "above_median"},
                    description = "direction: the price rises; above_median: it does better than most do")
            String label,

            @JsonProperty("horizon_days") @Schema(example = "5", description = "Traded days that it looks ahead")
            int horizonDays) {

        static ByModel of(PredictionResult.Probability probability) {
            return new ByModel(
                    probability.model().version().algorithm(),
                    probability.model().version().toString(),
                    probability.value(),
                    probability.model().label().kind().name().toLowerCase(Locale.ROOT),
                    probability.model().label().horizon());
        }
    }
}
