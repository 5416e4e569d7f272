package io.openalpha.ml.learner.network;

import io.openalpha.ml.learner.TrainingProgress;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the batches of all members and reports epochs. */
final class NetworkProgress {

    private final TrainingProgress progress;
    private final int batchesAnEpoch;
    private final int epochs;
    private final AtomicInteger begun = new AtomicInteger();

    NetworkProgress(TrainingProgress progress, NetworkSettings settings, int rows) {
        this.progress = progress;
        this.batchesAnEpoch = (rows + settings.batch() - 1) / settings.batch();
        this.epochs = settings.epochs() * settings.members();
    }

    /** A batch is about to begin. Each is a chance to be stopped. */
    void onBatch() {
        progress.report("epochs", begun.getAndIncrement() / batchesAnEpoch, epochs);
    }

    void onEnd() {
        progress.report("epochs", epochs, epochs);
    }
}
