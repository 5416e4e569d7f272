package io.openalpha.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.Signal;
import io.openalpha.ml.learner.TrainedModel;
import io.openalpha.ml.learner.TrainingProgress;
import io.openalpha.ml.learner.forest.ForestSettings;
import io.openalpha.ml.learner.forest.RandomForest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImportanceTestTests {

    private static final Signal.Planted BY_THE_SECOND = (values, start) -> values[start + 1] > 0 ? 0.8 : 0.2;

    private final Samples test = Signal.samples(5000, 4, 2, BY_THE_SECOND);
    private final TrainedModel model = new RandomForest(ForestSettings.standard(1, 1))
            .train(Signal.samples(5000, 4, 1, BY_THE_SECOND), TrainingProgress.IGNORED);

    @Test
    void aFeatureThatMattersComesFirstAndTheOthersAreNearNothing() {
        List<Map.Entry<String, Double>> drops =
                List.copyOf(new ImportanceTest(model, test, 9).run().drops().entrySet());

        assertThat(drops).hasSize(4);
        assertThat(drops.get(0).getKey()).isEqualTo("f1");
        // With the feature the AUC is 0.8, without it 0.5.
        assertThat(drops.get(0).getValue()).isCloseTo(0.3, within(0.03));
        assertThat(drops.subList(1, 4))
                .allSatisfy(other -> assertThat(other.getValue()).isCloseTo(0, within(0.01)));
    }

    @Test
    void theTestRowsStayAsTheyAre() {
        float[] before = test.values().clone();

        new ImportanceTest(model, test, 9).run();

        assertThat(test.values()).containsExactly(before);
    }

    @Test
    void theSameSeedGivesTheSameFigures() {
        assertThat(new ImportanceTest(model, test, 9).run()).isEqualTo(new ImportanceTest(model, test, 9).run());
        assertThat(new ImportanceTest(model, test, 9).run()).isNotEqualTo(new ImportanceTest(model, test, 8).run());
    }

    @Test
    void looksAtTheRowsMeantOnly() {
        int[] few = IntStream.range(2000, 3000).toArray();
        Samples part = test.subset(few);
        float[] values = test.values().clone();
        for (int i = 0; i < 2000 * 4; i++) {
            values[i] = 1e6f;
        }

        assertThat(new ImportanceTest(model, new Samples(test.features(), values, test.labels(), few), 9).run())
                .isEqualTo(new ImportanceTest(model, part, 9).run());
    }
}
