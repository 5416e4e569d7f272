package io.openalpha.ml.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.openalpha.ml.learner.forest.ForestSettings;
import io.openalpha.ml.learner.forest.RandomForest;
import io.openalpha.ml.learner.reader.TrainedModelReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;

class CalibrationTests {

    @Example
    void noneLeavesEveryBitAsItIs() {
        for (float probability : new float[] {0, 1e-30f, 0.3f, 1}) {
            assertThat(Calibration.NONE.apply(probability)).isEqualTo(probability);
        }
    }

    /** Log odds of 0.8 are ln 4; half of them and 0.1 more are ln 2 + 0.1, of which 1 / (1 + 1 / (2 e^0.1)). */
    @Example
    void movesTheLogOdds() {
        assertThat(new Calibration(0.5, 0.1).apply(0.8f))
                .isCloseTo((float) (1 / (1 + 1 / (2 * Math.exp(0.1)))), within(1e-6f));
    }

    @Property(tries = 500)
    void keepsTheOrderAndStaysAProbability(
            @ForAll @DoubleRange(min = 0.01, max = 20) double slope,
            @ForAll @DoubleRange(min = -20, max = 20) double intercept,
            @ForAll @FloatRange(min = 0, max = 1) float one,
            @ForAll @FloatRange(min = 0, max = 1) float other) {
        Calibration calibration = new Calibration(slope, intercept);

        float low = calibration.apply(Math.min(one, other));
        float high = calibration.apply(Math.max(one, other));

        assertThat(low).isBetween(0f, high);
        assertThat(high).isBetween(low, 1f);
    }

    @Example
    void standsZeroAndOne() {
        Calibration calibration = new Calibration(0.5, 0);

        assertThat(calibration.apply(0)).isGreaterThan(0).isLessThan(0.001f);
        assertThat(calibration.apply(1)).isLessThan(1).isGreaterThan(0.999f);
    }

    @Example
    void isNeverOneThatTurnsTheOrderAround() {
        for (double slope : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Calibration(slope, 0));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Calibration(1, Double.NaN));
    }

    @Example
    void isPartOfTheArtifactAndDoesNotAddUp() throws IOException {
        Samples samples = Signal.samples(2000, 3, 1, (values, start) -> values[start] > 0 ? 0.8 : 0.2);
        Calibration calibration = new Calibration(0.4, -0.2);
        TrainedModel plain = new RandomForest(ForestSettings.standard(1, 1)).train(samples, TrainingProgress.IGNORED);
        TrainedModel calibrated = plain.calibrated(new Calibration(7, 7)).calibrated(calibration);
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        calibrated.writeTo(stored);

        float[] expected = plain.probabilities(samples);
        for (int i = 0; i < expected.length; i++) {
            expected[i] = calibration.apply(expected[i]);
        }

        assertThat(calibrated.probabilities(samples)).containsExactly(expected);
        assertThat(TrainedModelReader.read(new ByteArrayInputStream(stored.toByteArray()))
                        .probabilities(samples))
                .containsExactly(expected);
    }
}
