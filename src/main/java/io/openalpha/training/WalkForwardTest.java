package io.openalpha.training;

import io.openalpha.evaluation.Fold;
import io.openalpha.evaluation.Forecasts;
import io.openalpha.evaluation.TestPeriods;
import io.openalpha.evaluation.WalkForward;
import io.openalpha.evaluation.WalkForwardSettings;
import io.openalpha.feature.Dataset;
import io.openalpha.learner.Learned;
import io.openalpha.learner.Learner;
import io.openalpha.learner.Samples;
import io.openalpha.learner.TrainingProgress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Trains on the past and forecasts what followed, fold after fold; what is learned in a fold comes from its training part. */
final class WalkForwardTest {

    private final Samples samples;
    private final List<FoldRows> folds;
    private final OutOfSample outOfSample;

    private WalkForwardTest(Samples samples, List<FoldRows> folds, OutOfSample outOfSample) {
        this.samples = samples;
        this.folds = folds;
        this.outOfSample = outOfSample;
    }

    /** The test of a dataset; empty if its history is too short for one. */
    static Optional<WalkForwardTest> of(Dataset dataset, TrainingProperties settings) {
        int days = labelledDays(dataset);
        int first = Math.min(settings.firstTrainingDays(), days / 2);
        WalkForwardSettings cut = new WalkForwardSettings(
                settings.folds(),
                settings.horizon(),
                settings.horizon() + 5,
                Math.max(1, first),
                settings.minTestDays());
        if (days < cut.daysNeeded()) {
            return Optional.empty();
        }
        List<Fold> folds = WalkForward.folds(days, cut);
        List<FoldRows> rows =
                folds.stream().map(fold -> FoldRows.of(dataset, fold)).toList();
        int[] tested =
                rows.stream().flatMapToInt(fold -> Arrays.stream(fold.test())).toArray();
        TestPeriods periods = new TestPeriods(
                dataset.days(),
                folds,
                rows.stream().map(fold -> fold.baseRate(dataset.labels())).toList());
        Samples samples = Samples.of(dataset.features(), dataset.values(), dataset.labels());
        return Optional.of(new WalkForwardTest(samples, rows, OutOfSample.of(dataset, tested, periods)));
    }

    /** Days up to the last one whose outcome is known. */
    private static int labelledDays(Dataset dataset) {
        int days = dataset.days().size();
        while (days > 0 && dataset.labelledRows(days - 1, days).length == 0) {
            days--;
        }
        return days;
    }

    OutOfSample outOfSample() {
        return outOfSample;
    }

    /** The number of trainings that a run of the test takes. */
    int folds() {
        return folds.size();
    }

    Forecasts run(Learner learner, TrainingProgress progress) {
        return run(learner, samples.labels(), progress, (fold, model) -> {});
    }

    /**
     * Tests an algorithm.
     *
     * @param labels to learn from, one a row of the dataset
     * @param afterEach is told each fold's test rows and its model
     */
    Forecasts run(Learner learner, byte[] labels, TrainingProgress progress, BiConsumer<Samples, Learned> afterEach) {
        Samples learned = new Samples(samples.features(), samples.values(), labels, samples.rows());
        float[] probabilities = new float[outOfSample.rows().length];
        int at = 0;
        for (FoldRows fold : folds) {
            Learned model = learner.train(learned.subset(fold.train()), progress);
            Samples test = samples.subset(fold.test());
            float[] part = model.probabilities(test);
            System.arraycopy(part, 0, probabilities, at, part.length);
            at += part.length;
            afterEach.accept(test, model);
        }
        return outOfSample.forecast(probabilities);
    }
}
