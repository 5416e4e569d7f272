package io.openalpha.ml.evaluation;

import static io.openalpha.ml.evaluation.Fixtures.floats;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineTests {

    private static final OutOfSampleForecasts ROWS = Fixtures.rows(
            Scale.PROBABILITY,
            new int[] {1, 1, 1, 2, 2},
            new int[] {0, 1, 2, 0, 1},
            new double[5],
            new int[] {1, 0, 0, 1, 0},
            new double[5]);
    private static final PastReturns PAST =
            new PastReturns(floats(0.5, -0.25, 0.25, 0, 0.5), floats(1, 2, Double.NaN, -1, -2));
    private static final TestPeriods PERIODS = new TestPeriods(
            List.of(LocalDate.EPOCH, LocalDate.EPOCH.plusDays(1), LocalDate.EPOCH.plusDays(2)),
            List.of(new Fold(1, 0, 1, 1, 2), new Fold(2, 0, 1, 2, 3)),
            List.of(0.25, 0.75));

    @Test
    void alwaysUpSaysOneForAll() {
        assertThat(scores(Baseline.ALWAYS_UP)).containsExactly(1, 1, 1, 1, 1);
    }

    @Test
    void majorityGivesTheTrainingShareAsProbability() {
        assertThat(scores(Baseline.MAJORITY)).containsExactly(0.25f, 0.25f, 0.25f, 0.75f, 0.75f);
        assertThat(forecasts(Baseline.MAJORITY).scale()).isEqualTo(Scale.PROBABILITY);
    }

    @Test
    void majorityLosesWhatTheBaseRateLoses() {
        LogLoss loss = requireNonNull(new Evaluator(EvaluationSettings.standard(1))
                .evaluate("majority class", forecasts(Baseline.MAJORITY), PERIODS)
                .metrics()
                .logLoss());
        assertThat(loss.model().value()).isEqualTo(loss.baseRate());
    }

    @Test
    void reversalPrefersWhatLostAndMeasuresFromTheDaysMedian() {
        // medians 0.25 and 0.25
        assertThat(scores(Baseline.REVERSAL_1_DAY)).containsExactly(-0.25f, 0.5f, 0, 0.25f, -0.25f);
    }

    @Test
    void aReturnThatIsNotKnownIsNotJudged() {
        // medians of the known 1.5 and -1.5
        assertThat(scores(Baseline.REVERSAL_5_DAYS)).containsExactly(0.5f, -0.5f, 0, -0.5f, 0.5f);
    }

    @Test
    void yesterdaysDirectionGoesOn() {
        assertThat(scores(Baseline.YESTERDAYS_DIRECTION)).containsExactly(1, -1, 1, 0, 1);
    }

    private static float[] scores(Baseline baseline) {
        return forecasts(baseline).scores();
    }

    private static OutOfSampleForecasts forecasts(Baseline baseline) {
        return baseline.forecasts(ROWS, PAST, PERIODS);
    }
}
