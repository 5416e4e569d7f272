package io.openalpha.ml.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Challenger against champion, day by day on the same rows: the difference of their daily rank ICs, which cancels what
 * the days do to both (F. X. Diebold and R. S. Mariano, 1995).
 *
 * @param challengerIc mean rank IC
 * @param championIc mean rank IC
 * @param meanDifference challenger less champion
 * @param standardError of the mean difference, after Newey and West (1987)
 * @param t mean difference over standard error; null when the error is zero
 * @param days compared
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PairedComparison(
        double challengerIc,
        double championIc,
        double meanDifference,
        double standardError,
        @Nullable Double t,
        int days) {

    /**
     * Compares two models' forecasts.
     *
     * @param horizon trading days a position is held
     * @throws IllegalArgumentException when the forecasts are not of the same rows
     */
    public static PairedComparison of(OutOfSampleForecasts challenger, OutOfSampleForecasts champion, int horizon) {
        if (!Arrays.equals(challenger.days(), champion.days())
                || !Arrays.equals(challenger.symbols(), champion.symbols())
                || !Arrays.equals(challenger.returns(), champion.returns())) {
            throw new IllegalArgumentException("Paired comparison: the forecasts are not of the same rows");
        }
        DayRows days = new DayRows(challenger.days());
        double[] mine = RankCorrelation.byDay(challenger, days);
        double[] its = RankCorrelation.byDay(champion, days);
        double[] differences = new double[days.count()];
        Arrays.setAll(differences, day -> mine[day] - its[day]);
        NeweyWest difference = NeweyWest.of(differences, horizon);
        return new PairedComparison(
                Arrays.stream(mine).average().orElseThrow(),
                Arrays.stream(its).average().orElseThrow(),
                difference.mean(),
                difference.standardError(),
                difference.t(),
                difference.days());
    }
}
