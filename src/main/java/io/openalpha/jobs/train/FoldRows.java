package io.openalpha.jobs.train;

import io.openalpha.ml.evaluation.Fold;
import io.openalpha.ml.feature.Dataset;
import java.util.Arrays;

/**
 * The rows of one fold that have a label.
 *
 * @param train rows of the dataset, ascending
 * @param test rows of the dataset, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // as large as the dataset, and never compared
record FoldRows(int[] train, int[] test) {

    static FoldRows of(Dataset dataset, Fold fold) {
        int[] test = Arrays.stream(dataset.labelledRows(fold.testFrom(), fold.testTo()))
                .filter(row -> dataset.directions()[row] != Dataset.LABEL_UNKNOWN)
                .toArray();
        return new FoldRows(dataset.labelledRows(fold.trainFrom(), fold.trainTo()), test);
    }

    /** The labels of the training part. */
    LabelCount learned(byte[] labels) {
        return LabelCount.of(labels, train);
    }

    /** The labels of the test rows. */
    byte[] labels(byte[] labels) {
        byte[] tested = new byte[test.length];
        for (int i = 0; i < tested.length; i++) {
            tested[i] = labels[test[i]];
        }
        return tested;
    }
}
