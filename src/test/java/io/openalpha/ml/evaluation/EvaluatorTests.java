package io.openalpha.ml.evaluation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EvaluatorTests {

    private static final Offset<Double> EXACT = within(1e-6);

    /** Two days of four symbols, over the turn of a year, each its own fold. */
    private static final OutOfSampleForecasts SMALL = new OutOfSampleForecasts(
            Scale.PROBABILITY,
            new int[] {2, 2, 2, 2, 3, 3, 3, 3},
            new int[] {0, 1, 2, 3, 0, 1, 2, 3},
            Fixtures.floats(0.9, 0.6, 0.4, 0.2, 0.1, 0.8, 0.7, 0.3),
            Fixtures.bytes(1, 0, 1, 0, 0, 1, 1, 0),
            Fixtures.floats(0.04, 0.01, 0.03, -0.02, -0.03, 0.05, 0.02, -0.01),
            Fixtures.bytes(1, 1, 1, 0, 0, 1, 1, 0));

    private static final TestPeriods PERIODS = new TestPeriods(
            List.of(
                    LocalDate.of(2012, 12, 27),
                    LocalDate.of(2012, 12, 28),
                    LocalDate.of(2012, 12, 31),
                    LocalDate.of(2013, 1, 2)),
            List.of(new Fold(1, 0, 1, 2, 3), new Fold(2, 0, 2, 3, 4)),
            List.of(0.5, 0.25));

    private static final EvaluationSettings SETTINGS = new EvaluationSettings(1, 10, 500, 1);

    private final Evaluation small = new Evaluator(SETTINGS).evaluate("small", SMALL, PERIODS);

    @Test
    void countsRowsAndDays() {
        assertThat(small.metrics().rows()).isEqualTo(8);
        assertThat(small.metrics().days()).isEqualTo(2);
    }

    @Test
    void accuracyIsTheShareOfLabelsForecast() {
        // first day right: 0.9 for 1, 0.2 for 0; wrong: 0.6 for 0, 0.4 for 1. Second day all right: 6 of 8
        assertThat(small.metrics().accuracy().value()).isEqualTo(0.75);
    }

    @Test
    void directionIsMeasuredBesideAlwaysUp() {
        // 3 of 4 and 4 of 4 directions right; 3 and 2 of 4 rose
        assertThat(small.metrics().direction().accuracy().value()).isEqualTo(0.875);
        assertThat(small.metrics().direction().alwaysUp()).isEqualTo(0.625);
    }

    @Test
    void aucCountsPairsOverAllDays() {
        // ones 0.9 0.4 0.8 0.7 over zeros 0.6 0.2 0.1 0.3: only 0.4 loses once, to 0.6; 15 of 16 pairs
        assertThat(requireNonNull(small.metrics().auc()).value()).isEqualTo(0.9375);
    }

    @Test
    void logLossStandsBesideThatOfTheTrainingPartsBaseRate() {
        // -(2 ln 0.9 + 2 ln 0.4 + 2 ln 0.8 + 2 ln 0.7) / 8 = -ln(0.2016) / 4
        assertThat(requireNonNull(small.metrics().logLoss()).model().value()).isCloseTo(0.400368, EXACT);
        // fold 1: ln 2 = 0.693147; fold 2: (-2 ln 0.25 - 2 ln 0.75) / 4 = 0.836988; their mean
        assertThat(requireNonNull(small.metrics().logLoss()).baseRate()).isCloseTo(0.765068, EXACT);
        assertThat(requireNonNull(small.metrics().logLoss()).excess().value()).isCloseTo(0.400368 - 0.765068, EXACT);
    }

    @Test
    void brierScoreIsTheMeanSquare() {
        // (0.01 + 0.36 + 0.36 + 0.04 + 0.01 + 0.04 + 0.09 + 0.09) / 8
        assertThat(requireNonNull(small.metrics().brier()).score().value()).isCloseTo(0.125, EXACT);
    }

    @Test
    void rankIcIsTheMeanOfTheDays() {
        // first day 1 - 6 * 2 / 60 = 0.8, second day 1
        RankIc ic = requireNonNull(small.metrics().rankIc());
        assertThat(ic.mean().value()).isCloseTo(0.9, EXACT);
        assertThat(ic.deviation()).isCloseTo(0.1414214, EXACT);
        assertThat(ic.icir()).isCloseTo(0.9 / 0.1414214, within(1e-5));
        // lag 1: g0 = 0.01, g1 = -0.01 / 2; se² = (0.01 - 2 * 0.5 * 0.005) / 2 = 0.0025
        assertThat(ic.lag()).isEqualTo(1);
        assertThat(ic.standardError()).isCloseTo(0.05, EXACT);
        assertThat(ic.t()).isCloseTo(18, within(1e-4));
        assertThat(ic.positiveDays()).isEqualTo(1);
    }

    @Test
    void daysOfReversedForecastsAreNotPositive() {
        float[] reversed = Fixtures.floats(4, 3, 2, 1, 4, 1, 2, 3);
        Evaluation half = new Evaluator(SETTINGS).evaluate("half", SMALL.withScores(Scale.SIGNED, reversed), PERIODS);
        assertThat(requireNonNull(half.metrics().rankIc()).positiveDays()).isEqualTo(0.5);
    }

    @Test
    void portfolioEarnsTheTopLessTheBottomAndPaysForItsTrades() {
        // long symbol 0 at 0.04, short 3 at -0.02: 0.06; then long 1 at 0.05, short 0 at -0.03: 0.08
        Portfolio portfolio = requireNonNull(small.metrics().portfolio());
        assertThat(portfolio.gross().value()).isCloseTo(0.07, EXACT);
        // opening trades 1 + 1; then 0 goes from 1 to -1, 1 from 0 to 1, 3 from -1 to 0: 4
        assertThat(portfolio.turnover()).isCloseTo(3, EXACT);
        assertThat(portfolio.net()).isCloseTo(0.07 - 3 * 0.001, EXACT);
        assertThat(portfolio.breakEvenBps()).isCloseTo(0.07 / 3 * 10_000, within(1e-3));
    }

    @Test
    void foldsAndYearsAreMeasuredOnTheirOwn() {
        assertThat(small.folds()).extracting(Slice::name).containsExactly("fold 1", "fold 2");
        assertThat(small.years()).extracting(Slice::name).containsExactly("2012", "2013");
        for (List<Slice> parts : List.of(small.folds(), small.years())) {
            assertThat(parts.get(0).metrics().accuracy().value()).isEqualTo(0.5);
            assertThat(parts.get(1).metrics().accuracy().value()).isEqualTo(1);
            assertThat(requireNonNull(parts.get(0).metrics().auc()).value()).isEqualTo(0.75);
            assertThat(requireNonNull(parts.get(1).metrics().logLoss()).baseRate())
                    .isCloseTo(0.836988, EXACT);
            assertThat(requireNonNull(parts.get(1).metrics().portfolio())
                            .gross()
                            .value())
                    .isCloseTo(0.08, EXACT);
            assertThat(parts.get(1).metrics().calibration())
                    .extracting(CalibrationBin::frequency)
                    .containsExactly(0.0, 0.0, 1.0, 1.0);
            assertThat(parts.get(1).first()).isEqualTo(LocalDate.of(2013, 1, 2));
        }
    }

    @Test
    void fewDaysHaveNoInterval() {
        assertThat(small.metrics().accuracy().low()).isNull();
        assertThat(requireNonNull(small.metrics().auc()).high()).isNull();
    }

    @Test
    void scoresWithoutUnitHaveNoLossAndConstantOnesNoRank() {
        float[] up = Fixtures.floats(1, 1, 1, 1, 1, 1, 1, 1);
        Metrics metrics = new Evaluator(SETTINGS)
                .evaluate("up", SMALL.withScores(Scale.SIGNED, up), PERIODS)
                .metrics();
        assertThat(metrics.logLoss()).isNull();
        assertThat(metrics.brier()).isNull();
        assertThat(metrics.calibration()).isEmpty();
        assertThat(metrics.rankIc()).isNull();
        assertThat(metrics.portfolio()).isNull();
        assertThat(requireNonNull(metrics.auc()).value()).isEqualTo(0.5);
        assertThat(metrics.accuracy().value()).isEqualTo(0.5);
    }

    @Test
    void theSameSeedGivesTheSameIntervals() {
        OutOfSampleForecasts market = Fixtures.market(300, 20, 0.01, 5);
        TestPeriods periods = Fixtures.oneFold(300);
        assertThat(new Evaluator(SETTINGS).evaluate("a", market, periods))
                .isEqualTo(new Evaluator(SETTINGS).evaluate("a", market, periods))
                .isNotEqualTo(new Evaluator(new EvaluationSettings(1, 10, 500, 2)).evaluate("a", market, periods));
    }

    @Test
    void aRowOutsideAllTestPeriodsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Evaluator(SETTINGS).evaluate("late", Fixtures.market(30, 2, 0, 1), Fixtures.oneFold(20)))
                .withMessage("Test periods: no fold tests day 21");
    }
}
