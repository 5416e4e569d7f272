package io.openalpha.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.openalpha.learner.Calibration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationFitTests {

    private static final int ROWS = 200_000;

    @Test
    void findsHowMuchTooSureForecastsAre() {
        Calibration truth = new Calibration(0.4, 0.1);
        CalibrationFit fit = new CalibrationFit();
        add(fit, 1, truth);
        add(fit, 2, truth);

        Calibration found = fit.calibration();

        assertThat(found.slope()).isCloseTo(truth.slope(), within(0.02));
        assertThat(found.intercept()).isCloseTo(truth.intercept(), within(0.02));
    }

    @Test
    void leavesHonestForecastsNearlyAsTheyAre() {
        CalibrationFit fit = new CalibrationFit();
        add(fit, 3, Calibration.NONE);

        assertThat(fit.calibration().slope()).isCloseTo(1, within(0.02));
        assertThat(fit.calibration().intercept()).isCloseTo(0, within(0.02));
    }

    @Test
    void changesNothingWithoutForecasts() {
        assertThat(new CalibrationFit().calibration()).isEqualTo(Calibration.NONE);
    }

    @Test
    void flattensForecastsWithoutSkillButKeepsTheirOrder() {
        CalibrationFit fit = new CalibrationFit();
        add(fit, 4, new Calibration(1e-9, 0));

        assertThat(fit.calibration().slope()).isBetween(0.009, 0.03);
    }

    /** Forecasts from 0.2 to 0.8, and labels that come as often as the calibrated forecast says. */
    private static void add(CalibrationFit fit, long seed, Calibration truth) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] probabilities = new float[ROWS];
        byte[] labels = new byte[ROWS];
        for (int i = 0; i < ROWS; i++) {
            probabilities[i] = (float) random.nextDouble(0.2, 0.8);
            labels[i] = (byte) (random.nextDouble() < truth.apply(probabilities[i]) ? 1 : 0);
        }
        fit.add(probabilities, labels);
    }
}
