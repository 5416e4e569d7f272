package io.openalpha.jobs.train;

import io.openalpha.ml.evaluation.Importance;
import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.TrainedModel;
import io.openalpha.run.WorkProgress;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Keeps the model of the last fold, which has seen most, and counts folds. */
final class LastModel implements BiConsumer<Samples, TrainedModel> {

    private final WorkProgress progress;
    private @Nullable Samples test;
    private @Nullable TrainedModel model;

    LastModel(WorkProgress progress) {
        this.progress = progress;
    }

    @Override
    public void accept(Samples rows, TrainedModel trainedModel) {
        test = rows;
        model = trainedModel;
        progress.advance();
    }

    Importance importance(long seed) {
        return new ImportanceTest(Objects.requireNonNull(model), Objects.requireNonNull(test), seed).run();
    }
}
