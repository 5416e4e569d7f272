package io.openalpha.ml.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The daily rank information coefficient: Spearman's correlation of a day's forecasts and returns (R. C. Grinold and
 * R. N. Kahn, 1999). A day whose forecasts are all equal counts as 0.
 *
 * @param mean over days
 * @param deviation standard deviation of the days
 * @param icir mean over deviation, daily: <b>not</b> annualised; null when the deviation is zero
 * @param standardError of the mean, after Newey and West (1987)
 * @param t mean over standard error; null when the error is zero
 * @param lag of the standard error: max(floor(4 (days / 100)^(2/9)), horizon - 1)
 * @param positiveDays share of days, 0 to 1, whose correlation is above 0; null in evaluations of before it was
 *     measured
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RankIc(
        Estimate mean,
        double deviation,
        @Nullable Double icir,
        double standardError,
        @Nullable Double t,
        int lag,
        @Nullable Double positiveDays) {

    static RankIc of(Estimate mean, NeweyWest series, double positiveDays) {
        return new RankIc(
                mean,
                series.deviation(),
                series.informationRatio(),
                series.standardError(),
                series.t(),
                series.lag(),
                positiveDays);
    }
}
