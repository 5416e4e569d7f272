package io.openalpha.ml.learner.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.Signal;
import io.openalpha.ml.learner.TrainedModel;
import io.openalpha.ml.learner.TrainingProgress;
import io.openalpha.ml.learner.TrainingStoppedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RandomForestTests {

    private static final Signal.Planted AND = (values, start) -> values[start] > 0 && values[start + 1] > 0 ? 1 : 0;
    private static final Signal.Planted XOR = (values, start) -> values[start] > 0 ^ values[start + 1] > 0 ? 1 : 0;
    private static final Signal.Planted WEAK =
            (values, start) -> 1 / (1 + Math.exp(-values[start] - values[start + 2]));

    private final Samples weak = Signal.samples(3000, 5, 1, WEAK);

    @Test
    void andAndXorAreLearned() {
        for (Signal.Planted planted : List.of(AND, XOR)) {
            TrainedModel trainedModel = train(settings(1, 1), Signal.samples(4000, 3, 1, planted));
            Samples others = Signal.samples(2000, 3, 2, planted);

            assertThat(Signal.auc(trainedModel.probabilities(others), others)).isGreaterThan(0.99);
        }
    }

    @Test
    void aPlantedSignalIsFoundNearlyAsWellAsByTheFormulaItself() {
        Samples others = Signal.samples(20_000, 5, 2, WEAK);
        float[] best = new float[others.size()];
        for (int i = 0; i < best.length; i++) {
            best[i] = (float) WEAK.probability(others.values(), others.start(i));
        }

        TrainedModel trainedModel = train(settings(1, 1), Signal.samples(20_000, 5, 1, WEAK));

        assertThat(Signal.auc(trainedModel.probabilities(others), others))
                .isCloseTo(Signal.auc(best, others), within(0.02));
    }

    @Test
    void nothingIsFoundWhereNothingIs() {
        Samples others = Signal.samples(20_000, 5, 2, Signal.NONE);

        TrainedModel trainedModel = train(settings(1, 1), Signal.samples(5000, 5, 1, Signal.NONE));

        // Standard error of an AUC of 0.5: √((n + 1) / (12 · n/2 · n/2)) = 0.0041; four of them.
        assertThat(Signal.auc(trainedModel.probabilities(others), others)).isCloseTo(0.5, within(0.0164));
    }

    @Test
    void aSeedGivesTheSameBytesOnOneThreadAndOnTwo() throws IOException {
        assertThat(bytes(train(settings(1, 1), weak))).isEqualTo(bytes(train(settings(1, 2), weak)));
    }

    @Test
    void anotherSeedGivesAnotherForest() {
        assertThat(train(settings(1, 1), weak).probabilities(weak))
                .isNotEqualTo(train(settings(2, 1), weak).probabilities(weak));
    }

    @Test
    void whatKeepsTheOrderOfValuesChangesNoPrediction() {
        float[] bent = weak.values().clone();
        for (int i = 0; i < bent.length; i++) {
            bent[i] = (float) Math.exp(bent[i] / 2);
        }
        Samples same = new Samples(weak.features(), bent, weak.labels(), weak.rows());

        assertThat(train(settings(1, 1), same).probabilities(same))
                .isEqualTo(train(settings(1, 1), weak).probabilities(weak));
    }

    @Test
    void theOrderOfFeaturesDoesNotMatter() {
        List<String> reversed = new ArrayList<>(weak.features());
        Collections.reverse(reversed);
        float[] values = new float[weak.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = weak.values()[i / 5 * 5 + 4 - i % 5];
        }
        Samples same = new Samples(reversed, values, weak.labels(), weak.rows());

        assertThat(train(settings(1, 1), same).probabilities(same))
                .isEqualTo(train(settings(1, 1), weak).probabilities(weak));
    }

    @Test
    void onlyTheRowsMeantAreLearnedFrom() {
        Samples half = Signal.samples(1500, 5, 1, WEAK);
        float[] values = Arrays.copyOf(half.values(), 1600 * 5);
        Arrays.fill(values, 1500 * 5, 1600 * 5, Float.NaN);
        byte[] labels = Arrays.copyOf(half.labels(), 1600);
        Samples same = new Samples(half.features(), values, labels, half.rows());

        assertThat(train(settings(1, 1), same).probabilities(same))
                .isEqualTo(train(settings(1, 1), half).probabilities(half));
    }

    @Test
    void treesAreReportedAndATrainingCanBeStopped() {
        List<String> heard = new ArrayList<>();
        TrainingProgress stopping = (unit, done, total) -> {
            heard.add(done + "/" + total + " " + unit);
            return done < 2;
        };

        assertThatThrownBy(() -> new RandomForest(settings(1, 1)).train(weak, stopping))
                .isInstanceOf(TrainingStoppedException.class)
                .hasMessage("Training was stopped after 2 of 20 trees");
        assertThat(heard).containsExactly("0/20 trees", "1/20 trees", "2/20 trees");
    }

    @Test
    void provenanceTellsSettingsSeedAndVersions() {
        assertThat(train(settings(42, 2), weak).provenance())
                .containsEntry("seed", "42")
                .containsEntry("trees", "20")
                .containsEntry("min_leaf", "5")
                .containsEntry("rows", "3000")
                .containsEntry("tribuo_version", "4.3.2")
                .containsKey("java_version")
                .doesNotContainKey("threads");
    }

    @Test
    void rowsOfOtherFeaturesOrWithoutNumbersAreNotScored() {
        TrainedModel trainedModel = train(settings(1, 1), weak);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainedModel.probabilities(Signal.samples(10, 4, 1, WEAK)))
                .withMessageContaining("cannot score [f0, f1, f2, f3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainedModel.probabilities(
                        Samples.of(weak.features(), new float[] {0, 0, Float.NaN, 0, 0}, new byte[1])))
                .withMessageContaining("Feature f2 is NaN");
    }

    @Test
    void settingsThatMakeNoForestAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForestSettings(0, 10, 0, 50, 255, 1, 1))
                .withMessage("A forest's trees must be at least 1, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForestSettings(1, 10, 0, 50, 256, 1, 1))
                .withMessage("A forest's bins must be 2 to 255, not 256");
    }

    private static ForestSettings settings(long seed, int threads) {
        return new ForestSettings(20, 8, 0, 5, 255, seed, threads);
    }

    private static TrainedModel train(ForestSettings settings, Samples samples) {
        return new RandomForest(settings).train(samples, TrainingProgress.IGNORED);
    }

    private static byte[] bytes(TrainedModel trainedModel) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        trainedModel.writeTo(out);
        return out.toByteArray();
    }
}
