package io.openalpha.ml.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything measured over one stretch of days.
 *
 * @param rows forecasts
 * @param days trading days they are of
 * @param accuracy share of rows whose label was forecast
 * @param auc area under the ROC curve; null when only one label occurs
 * @param logLoss null when scores are not probabilities
 * @param brier null when scores are not probabilities
 * @param calibration empty when scores are not probabilities
 * @param rankIc null when forecasts rank nothing on any day
 * @param portfolio null when forecasts rank nothing on any day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Metrics(
        int rows,
        int days,
        Estimate accuracy,
        Direction direction,
        @Nullable Estimate auc,
        @Nullable LogLoss logLoss,
        @Nullable Brier brier,
        List<CalibrationBin> calibration,
        @Nullable RankIc rankIc,
        @Nullable Portfolio portfolio) {

    /** Keeps a copy of the bins. */
    public Metrics {
        calibration = List.copyOf(calibration);
    }

    /** The mean of the daily rank IC; null when forecasts rank nothing on any day. */
    public @Nullable Estimate meanRankIc() {
        return rankIc == null ? null : rankIc.mean();
    }
}
