package io.openalpha.ml.evaluation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationBinsTests {

    @Test
    void eachTenthHasItsMeanForecastAndFrequency() {
        double[] scores = IntStream.range(0, 20).mapToDouble(i -> i / 20.0).toArray();
        int[] labels = IntStream.range(0, 20).map(i -> i % 4 == 3 ? 1 : 0).toArray();
        List<CalibrationBin> bins = bins(scores, labels);
        assertThat(bins).hasSize(10).allMatch(bin -> bin.count() == 2);
        // the second tenth holds 0.10 with label 0 and 0.15 with label 1
        assertThat(bins.get(1).forecast()).isCloseTo(0.125, within(1e-7));
        assertThat(bins.get(1).frequency()).isEqualTo(0.5);
    }

    @Test
    void equalScoresStayTogether() {
        List<CalibrationBin> bins = bins(new double[] {0.5, 0.5, 0.5, 0.5, 0.5}, new int[] {1, 0, 0, 0, 1});
        assertThat(bins).containsExactly(new CalibrationBin(0.5, 0.4, 5));
    }

    @Test
    void theBrierScoreFallsIntoItsPartsAsWorkedOutByHand() {
        // 0.2 twice with one 1; 0.8 twice, both 1; score (0.04 + 0.64 + 0.04 + 0.04) / 4 = 0.19
        // reliability (2 (0.2 - 0.5)² + 2 (0.8 - 1)²) / 4 = 0.065; overall 0.75
        // resolution (2 (0.25)² + 2 (0.25)²) / 4 = 0.0625; uncertainty 0.1875; 0.065 - 0.0625 + 0.1875 = 0.19
        Brier brier = Brier.of(
                new Estimate(0.19, null, null), bins(new double[] {0.2, 0.2, 0.8, 0.8}, new int[] {1, 0, 1, 1}));
        assertThat(brier.reliability()).isCloseTo(0.065, within(1e-7));
        assertThat(brier.resolution()).isCloseTo(0.0625, within(1e-7));
        assertThat(brier.uncertainty()).isCloseTo(0.1875, within(1e-7));
    }

    @Test
    void thePartsMakeUpTheScoreWhenBinsHoldEqualForecasts() {
        SplittableRandom random = new SplittableRandom(4);
        double[] scores = random.ints(500, 1, 5).mapToDouble(i -> i / 5.0).toArray();
        int[] labels = random.ints(500, 0, 2).toArray();
        Metrics metrics = new Evaluator(EvaluationSettings.standard(1))
                .evaluate("coarse", shifted(Fixtures.daily(scores, labels)), Fixtures.oneFold(500))
                .metrics();
        Brier brier = requireNonNull(metrics.brier());
        assertThat(metrics.calibration()).hasSize(4);
        assertThat(brier.reliability() - brier.resolution() + brier.uncertainty())
                .isCloseTo(brier.score().value(), within(1e-7));
    }

    private static OutOfSampleForecasts shifted(OutOfSampleForecasts f) {
        int[] days = IntStream.of(f.days()).map(day -> day + 1).toArray();
        return new OutOfSampleForecasts(
                f.scale(), days, f.symbols(), f.scores(), f.labels(), f.returns(), f.directions());
    }

    private static List<CalibrationBin> bins(double[] scores, int[] labels) {
        return CalibrationBins.of(Fixtures.daily(scores, labels), 0, scores.length);
    }
}
