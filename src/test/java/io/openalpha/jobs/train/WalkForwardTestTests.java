package io.openalpha.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.openalpha.ml.evaluation.Auc;
import io.openalpha.ml.feature.Dataset;
import io.openalpha.ml.feature.LabelSettings;
import io.openalpha.ml.feature.SyntheticMarket;
import io.openalpha.ml.learner.Calibration;
import io.openalpha.ml.learner.Learner;
import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.TrainedModel;
import io.openalpha.ml.learner.TrainingProgress;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WalkForwardTestTests {

    private static final TrainingProperties SETTINGS = SmallSettings.of();
    private static final Dataset DATASET = new SyntheticMarket(3, 20, 300, 0.3).dataset(LabelSettings.DEFAULT);

    private final List<Samples> trainedModel = new ArrayList<>();
    private final List<Samples> tested = new ArrayList<>();

    @Test
    void everyFoldLearnsFromDaysBeforeItsTestAtADistance() {
        test(DATASET).run(new Spy(), DATASET.labels(), TrainingProgress.IGNORED, (rows, model) -> tested.add(rows));

        assertThat(trainedModel).hasSize(5).hasSameSizeAs(tested);
        for (int i = 0; i < trainedModel.size(); i++) {
            // A label of day t is known at the open of t + 1 + horizon; 6 more days are the embargo.
            assertThat(firstDay(tested.get(i)) - lastDay(trainedModel.get(i))).isEqualTo(1 + 1 + 6 + 1);
        }
    }

    @Test
    void rehearsalIsPartOfTheFirstTraining() {
        test(DATASET).run(new Spy(), DATASET.labels(), TrainingProgress.IGNORED, (rows, model) -> tested.add(rows));

        assertThat(lastDay(tested.get(0))).isLessThanOrEqualTo(lastDay(trainedModel.get(1)));
        assertThat(lastDay(trainedModel.get(0))).isLessThan(firstDay(tested.get(0)));
    }

    @Test
    void noForecastDependsOnWhatCameAfterItsFold() {
        Learner forest = Algorithm.all(SETTINGS).get(0).learner();
        WalkForwardTest test = test(DATASET);
        float[] before = test.run(forest, TrainingProgress.IGNORED).forecasts().scores();
        int fold = before.length / 2;
        int firstChanged =
                DATASET.firstRow(DATASET.dayOfRow()[test.outOfSample().rows()[fold]] + 1);

        byte[] labels = DATASET.labels().clone();
        for (int row = firstChanged; row < labels.length; row++) {
            labels[row] = (byte) (labels[row] == Dataset.LABEL_UNKNOWN ? labels[row] : 1 - labels[row]);
        }
        float[] after = test.run(forest, labels, TrainingProgress.IGNORED, (rows, model) -> {})
                .forecasts()
                .scores();

        int same = Arrays.mismatch(before, after);
        assertThat(same == -1 ? before.length : same).isGreaterThan(fold);
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void forecastsAreCalibratedByThoseOfEarlierFoldsOnly() {
        WalkForwardTest.Result result = test(DATASET).run(new TooSure(), TrainingProgress.IGNORED);

        float[] scores = result.forecasts().scores();
        // What was forecast is 0.9 or 0.1, where the one-day return forecasts far less: the rehearsal shows that to the
        // first fold.
        assertThat(scores[0]).isBetween(0.3f, 0.7f);
        assertThat(result.calibration().slope()).isLessThan(0.5);
        assertThat(Auc.of(scores, result.forecasts().labels())).isGreaterThan(0.55);
    }

    @Test
    void isNotPossibleOnTooShortAHistory() {
        assertThat(WalkForwardTest.of(new SyntheticMarket(3, 5, 130, 0).dataset(LabelSettings.DEFAULT), SETTINGS))
                .isEmpty();
        assertThat(WalkForwardTest.of(new SyntheticMarket(3, 5, 90, 0).dataset(LabelSettings.DEFAULT), SETTINGS))
                .isEmpty();
    }

    @Test
    void goesWithoutARehearsalThatWouldHaveNoDays() {
        TrainingProperties settings = SmallSettings.of("horizon", "15");
        Dataset dataset = new SyntheticMarket(3, 10, 300, 0.3).dataset(settings.labelSettings());

        WalkForwardTest test = WalkForwardTest.of(dataset, settings).orElseThrow();
        test.run(new Spy(), TrainingProgress.IGNORED);

        assertThat(test.trainings()).isEqualTo(4);
        assertThat(trainedModel).hasSize(4);
    }

    @Test
    void testsEveryDayOnceFromTheFirstFoldOn() {
        WalkForwardTest test = test(DATASET);

        int[] days = Arrays.stream(test.outOfSample().rows())
                .map(row -> DATASET.dayOfRow()[row])
                .distinct()
                .toArray();

        assertThat(days[0]).isEqualTo(60 + 1 + 1 + 6);
        assertThat(days).hasSize(days[days.length - 1] - days[0] + 1);
        assertThat(test.outOfSample().truth().labels()).doesNotContain(Dataset.LABEL_UNKNOWN);
        assertThat((double) test.outOfSample().rows().length / days.length).isCloseTo(20, within(1e-9));
    }

    private static WalkForwardTest test(Dataset dataset) {
        Optional<WalkForwardTest> test = WalkForwardTest.of(dataset, SETTINGS);
        return test.orElseThrow();
    }

    private static int firstDay(Samples samples) {
        return DATASET.dayOfRow()[samples.rows()[0]];
    }

    private static int lastDay(Samples samples) {
        return DATASET.dayOfRow()[samples.rows()[samples.size() - 1]];
    }

    /** Notes what it is to learn from. */
    private final class Spy implements Learner {

        @Override
        public String algorithm() {
            return "spy";
        }

        @Override
        public TrainedModel train(Samples samples, TrainingProgress progress) {
            trainedModel.add(samples);
            return new ByRule(samples.features(), 0.5f);
        }
    }

    /** Always 90 % sure that what rose goes on to rise. */
    private static final class TooSure implements Learner {

        @Override
        public String algorithm() {
            return "too_sure";
        }

        @Override
        public TrainedModel train(Samples samples, TrainingProgress progress) {
            return new ByRule(samples.features(), 0.9f);
        }
    }

    private record ByRule(List<String> features, float sureness) implements TrainedModel {

        @Override
        public String algorithm() {
            return "rule";
        }

        @Override
        public float[] probabilities(Samples samples) {
            float[] probabilities = new float[samples.size()];
            for (int i = 0; i < probabilities.length; i++) {
                probabilities[i] = samples.value(i, 0) > 0 ? sureness : 1 - sureness;
            }
            return probabilities;
        }

        @Override
        public TrainedModel calibrated(Calibration calibration) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void writeTo(OutputStream out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, String> provenance() {
            return Map.of();
        }
    }
}
