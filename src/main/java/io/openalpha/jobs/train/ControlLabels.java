package io.openalpha.jobs.train;

import io.openalpha.ml.evaluation.ShuffledLabels;
import io.openalpha.ml.feature.Dataset;

/** Labels from which nothing can be learned. */
final class ControlLabels {

    private ControlLabels() {}

    /** The dataset's labels, those that are known in random order within each day. */
    static byte[] of(Dataset dataset, long seed) {
        int[] rows = dataset.labelledRows(0, dataset.days().size());
        int[] days = new int[rows.length];
        byte[] known = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            days[i] = dataset.dayOfRow()[rows[i]];
            known[i] = dataset.labels()[rows[i]];
        }
        byte[] shuffled = ShuffledLabels.within(days, known, seed);
        byte[] labels = dataset.labels().clone();
        for (int i = 0; i < rows.length; i++) {
            labels[rows[i]] = shuffled[i];
        }
        return labels;
    }
}
