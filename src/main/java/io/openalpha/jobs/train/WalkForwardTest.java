package io.openalpha.jobs.train;

import io.openalpha.ml.evaluation.Fold;
import io.openalpha.ml.evaluation.OutOfSampleForecasts;
import io.openalpha.ml.evaluation.TestPeriods;
import io.openalpha.ml.evaluation.WalkForward;
import io.openalpha.ml.evaluation.WalkForwardSettings;
import io.openalpha.ml.feature.Dataset;
import io.openalpha.ml.learner.Calibration;
import io.openalpha.ml.learner.Learner;
import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.TrainedModel;
import io.openalpha.ml.learner.TrainingProgress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Trains on the past and forecasts what followed, fold after fold; what is learned for a fold comes from its training
 * part. How sure a model should be is learned from the forecasts of the folds before, and for the first from a
 * rehearsal within its training part.
 */
final class WalkForwardTest {

    private final Samples samples;
    private final @Nullable FoldRows rehearsal;
    private final List<FoldRows> folds;
    private final OutOfSample outOfSample;

    private WalkForwardTest(
            Samples samples, @Nullable FoldRows rehearsal, List<FoldRows> folds, OutOfSample outOfSample) {
        this.samples = samples;
        this.rehearsal = rehearsal;
        this.folds = folds;
        this.outOfSample = outOfSample;
    }

    /**
     * What a test found.
     *
     * @param forecasts of all test rows, calibrated
     * @param calibration that all of them call for: the one for a model of all rows
     */
    record Result(OutOfSampleForecasts forecasts, Calibration calibration) {}

    /**
     * The test of a dataset; empty if its history is too short for one, or if a part to learn from or the whole of the
     * test has one label only.
     */
    static Optional<WalkForwardTest> of(Dataset dataset, TrainingProperties settings) {
        int days = labelledDays(dataset);
        WalkForwardSettings cut = cut(days, settings);
        if (days < cut.daysNeeded()) {
            return Optional.empty();
        }
        List<Fold> folds = WalkForward.folds(days, cut);
        List<FoldRows> rows =
                folds.stream().map(fold -> FoldRows.of(dataset, fold)).toList();
        int[] tested =
                rows.stream().flatMapToInt(fold -> Arrays.stream(fold.test())).toArray();
        List<LabelCount> trainedModel =
                rows.stream().map(fold -> fold.learned(dataset.labels())).toList();
        if (!trainedModel.stream().allMatch(LabelCount::isMixed)
                || !LabelCount.of(dataset.labels(), tested).isMixed()) {
            return Optional.empty();
        }
        List<Double> baseRates = trainedModel.stream().map(LabelCount::share).toList();
        return Optional.of(new WalkForwardTest(
                Samples.of(dataset.features(), dataset.values(), dataset.labels()),
                rehearsal(dataset, folds.get(0)),
                rows,
                OutOfSample.of(dataset, tested, new TestPeriods(dataset.days(), folds, baseRates))));
    }

    private static WalkForwardSettings cut(int days, TrainingProperties settings) {
        int first = Math.max(1, Math.min(settings.firstTrainingDays(), days / 2));
        return new WalkForwardSettings(
                settings.folds(), settings.horizon(), settings.horizon() + 5, first, settings.minTestDays());
    }

    /** Two thirds of the first training part forecast the last third, at the same distance; empty if no day is left. */
    private static @Nullable FoldRows rehearsal(Dataset dataset, Fold first) {
        int trainTo = first.trainTo() * 2 / 3;
        int testFrom = trainTo + first.testFrom() - first.trainTo();
        if (trainTo == 0 || testFrom >= first.trainTo()) {
            return null;
        }
        FoldRows rows = FoldRows.of(dataset, new Fold(0, 0, trainTo, testFrom, first.trainTo()));
        return rows.learned(dataset.labels()).isMixed() ? rows : null;
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
    int trainings() {
        return folds.size() + (rehearsal == null ? 0 : 1);
    }

    Result run(Learner learner, TrainingProgress progress) {
        return run(learner, samples.labels(), progress, (fold, model) -> {});
    }

    /**
     * Tests an algorithm.
     *
     * @param labels to learn from, one a row of the dataset
     * @param afterEach is called with each fold's test rows and its model
     */
    Result run(Learner learner, byte[] labels, TrainingProgress progress, BiConsumer<Samples, TrainedModel> afterEach) {
        Samples trainedModel = new Samples(samples.features(), samples.values(), labels, samples.rows());
        CalibrationFit fit = new CalibrationFit();
        if (rehearsal != null) {
            forecast(learner, trainedModel, rehearsal, progress, afterEach, fit);
        }
        float[] probabilities = new float[outOfSample.rows().length];
        int at = 0;
        for (FoldRows fold : folds) {
            Calibration calibration = fit.calibration();
            for (float probability : forecast(learner, trainedModel, fold, progress, afterEach, fit)) {
                probabilities[at++] = calibration.apply(probability);
            }
        }
        return new Result(outOfSample.forecast(probabilities), fit.calibration());
    }

    private float[] forecast(
            Learner learner,
            Samples trainedModel,
            FoldRows fold,
            TrainingProgress progress,
            BiConsumer<Samples, TrainedModel> afterEach,
            CalibrationFit fit) {
        TrainedModel model = learner.train(trainedModel.subset(fold.train()), progress);
        Samples test = samples.subset(fold.test());
        float[] probabilities = model.probabilities(test);
        fit.add(probabilities, fold.labels(trainedModel.labels()));
        afterEach.accept(test, model);
        return probabilities;
    }
}
