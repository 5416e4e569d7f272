package io.openalpha.training;

import io.openalpha.learner.Learned;
import io.openalpha.learner.Samples;
import io.openalpha.run.WorkProgress;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Keeps the model of the last fold, which has seen most, and counts folds. */
final class LastModel implements BiConsumer<Samples, Learned> {

    private final WorkProgress progress;
    private @Nullable Samples test;
    private @Nullable Learned model;

    LastModel(WorkProgress progress) {
        this.progress = progress;
    }

    @Override
    public void accept(Samples rows, Learned learned) {
        test = rows;
        model = learned;
        progress.advance();
    }

    List<Importance> importance(long seed) {
        return new ImportanceTest(Objects.requireNonNull(model), Objects.requireNonNull(test), seed).run();
    }
}
