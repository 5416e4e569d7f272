package io.openalpha.ml.learner.forest;

import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.TrainingProgress;
import io.openalpha.ml.learner.work.Workers;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Grows a forest's trees, several at a time. Each has a seed of its own, so it does not matter which is grown when. */
final class ForestGrower {

    private ForestGrower() {}

    /** Grows a forest from samples that can be trained on. */
    static Forest grow(Samples samples, ForestSettings settings, TrainingProgress progress) {
        BinnedSamples binned = BinnedSamples.of(samples, settings.bins(), settings.threads());
        long[] seeds =
                new SplittableRandom(settings.seed()).longs(settings.trees()).toArray();
        Tree[] trees = new Tree[settings.trees()];
        AtomicInteger grown = new AtomicInteger();
        progress.report("trees", 0, settings.trees());
        Workers.run(settings.threads(), settings.trees(), number -> {
            trees[number] = new TreeGrower(binned, settings, seeds[number]).grow();
            progress.report("trees", grown.incrementAndGet(), settings.trees());
        });
        return Forest.of(Arrays.asList(trees));
    }
}
