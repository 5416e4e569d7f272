package io.openalpha.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.openalpha.ml.learner.Calibration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationFitTests {

    private static final int ROWS = 40_000;

    private final CalibrationFit fit = new CalibrationFit();

    @Test
    void ofNoForecastsChangesNothing() {
        assertThat(fit.calibration()).isEqualTo(Calibration.NONE);
    }

    /**
     * Two forecasts only, so that the fit can meet both frequencies: 0.8, which came true 60 times in 100, and 0.2,
     * which did 30 times. Log odds are ±ln 4, and should be ln 1.5 and ln(3/7). slope = (ln 1.5 − ln(3/7)) / (2 ln 4),
     * intercept = the mean.
     */
    @Test
    void meetsTwoFrequenciesExactly() {
        add(0.8, 100, 60);
        add(0.2, 100, 30);

        Calibration calibration = fit.calibration();

        double high = Math.log(1.5);
        double low = Math.log(3.0 / 7);
        assertThat(calibration.slope()).isCloseTo((high - low) / (2 * Math.log(4)), within(1e-6));
        assertThat(calibration.intercept()).isCloseTo((high + low) / 2, within(1e-6));
        assertThat(calibration.apply(0.8f)).isCloseTo(0.6f, within(1e-6f));
        assertThat(calibration.apply(0.2f)).isCloseTo(0.3f, within(1e-6f));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.2, 1, 3})
    void findsHowSureForecastsShouldHaveBeen(double slope) {
        simulate(slope, 0.1, 1);

        Calibration calibration = fit.calibration();

        // The spread of the log odds is 1, so an estimate's standard error is about 2/√ROWS; four of them, and more for
        // slope 3.
        assertThat(calibration.slope()).isCloseTo(slope, within(0.04 * Math.max(1, slope)));
        assertThat(calibration.intercept()).isCloseTo(0.1, within(0.06));
    }

    @Test
    void doesNotLoseItsWayWithForecastsThatWereMuchTooSure() {
        simulate(0.02, 0, 6);

        assertThat(fit.calibration().slope()).isCloseTo(0.02, within(0.01));
    }

    @Test
    void learnsFromAllPartsTogether() {
        add(0.8, 50, 30);
        add(0.2, 100, 30);
        add(0.8, 50, 30);
        CalibrationFit whole = new CalibrationFit();
        whole.add(probabilities(0.8, 100), labels(100, 60));
        whole.add(probabilities(0.2, 100), labels(100, 30));

        assertThat(fit.calibration().slope()).isCloseTo(whole.calibration().slope(), within(1e-9));
    }

    @Test
    void withoutSkillFlattensAndKeepsTheOrder() {
        add(0.8, 1000, 400);
        add(0.2, 1000, 600);

        Calibration calibration = fit.calibration();

        assertThat(calibration.apply(0.8f)).isGreaterThan(calibration.apply(0.2f));
        assertThat(calibration.apply(0.8f) - calibration.apply(0.2f)).isLessThan(0.01f);
    }

    @Test
    void ofForecastsThatAreAllAlikeIsFiniteAndKeepsTheOrder() {
        add(0.6, 1000, 480);

        Calibration calibration = fit.calibration();

        assertThat(calibration.apply(0.7f)).isGreaterThan(calibration.apply(0.6f));
    }

    @Test
    void standsForecastsThatWereAllRight() {
        add(1, 500, 500);
        add(0, 500, 0);

        Calibration calibration = fit.calibration();

        assertThat(calibration.apply(1)).isGreaterThan(0.99f);
        assertThat(calibration.apply(0)).isLessThan(0.01f);
    }

    private void add(double probability, int rows, int ones) {
        fit.add(probabilities(probability, rows), labels(rows, ones));
    }

    private static float[] probabilities(double probability, int rows) {
        float[] probabilities = new float[rows];
        Arrays.fill(probabilities, (float) probability);
        return probabilities;
    }

    private static byte[] labels(int rows, int ones) {
        byte[] labels = new byte[rows];
        IntStream.range(0, ones).forEach(row -> labels[row] = 1);
        return labels;
    }

    /** Log odds are normal with this spread; what is true of them is slope and intercept. */
    private void simulate(double slope, double intercept, double spread) {
        SplittableRandom random = new SplittableRandom(11);
        float[] probabilities = new float[ROWS];
        byte[] labels = new byte[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double odds = spread * random.nextGaussian();
            probabilities[row] = (float) probability(odds);
            labels[row] = (byte) (random.nextDouble() < probability(intercept + slope * odds) ? 1 : 0);
        }
        fit.add(probabilities, labels);
    }

    private static double probability(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }
}
