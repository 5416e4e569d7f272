package io.openalpha.ml.learner;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * Some rows of a row-major matrix with their labels. The arrays are shared, not copied, and must not be changed
 * afterwards.
 *
 * @param features names of the columns, all different
 * @param values the whole matrix, {@code features.size()} values a row
 * @param labels of all rows of the matrix; 1 and 0 can be trained on, another says that the label is not known
 * @param rows the rows meant, as indices into the matrix, in ascending order
 */
@SuppressWarnings("ArrayRecordComponent") // a copy of the matrix is what this spares
public record Samples(List<String> features, float[] values, byte[] labels, int[] rows) {

    /** Throws {@link IllegalArgumentException} when the shapes do not fit together. */
    public Samples {
        features = List.copyOf(features);
        if (features.isEmpty() || new HashSet<>(features).size() < features.size()) {
            throw new IllegalArgumentException("Features need names that differ, but they are " + features);
        }
        if (values.length != (long) labels.length * features.size()) {
            throw new IllegalArgumentException(
                    values.length + " values are not " + labels.length + " rows of " + features.size() + " features");
        }
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] >= labels.length || rows[i] <= (i == 0 ? -1 : rows[i - 1])) {
                throw new IllegalArgumentException("Row " + rows[i] + " at " + i + " is out of order or beyond the "
                        + labels.length + " rows of the matrix");
            }
        }
    }

    /** All rows of a matrix. */
    public static Samples of(List<String> features, float[] values, byte[] labels) {
        int[] all = new int[labels.length];
        Arrays.setAll(all, row -> row);
        return new Samples(features, values, labels, all);
    }

    /** The number of rows meant. */
    public int size() {
        return rows.length;
    }

    /** The number of features. */
    public int width() {
        return features.size();
    }

    /** Where the {@code i}-th of the rows meant begins in {@link #values}. */
    public int start(int i) {
        return rows[i] * features.size();
    }

    /** A feature's value in the {@code i}-th of the rows meant. */
    public float value(int i, int feature) {
        return values[start(i) + feature];
    }

    /** The label of the {@code i}-th of the rows meant. */
    public int label(int i) {
        return labels[rows[i]];
    }

    /**
     * Other rows of the same matrix.
     *
     * @param rows indices into the matrix, in ascending order
     */
    public Samples subset(int[] rows) {
        return new Samples(features, values, labels, rows);
    }

    /** Throws {@link IllegalArgumentException} for NaN and infinity. */
    public void requireFinite() {
        for (int i = 0; i < rows.length; i++) {
            int start = start(i);
            for (int feature = 0; feature < width(); feature++) {
                if (!Float.isFinite(values[start + feature])) {
                    throw new IllegalArgumentException(
                            "Feature " + features.get(feature) + " is " + values[start + feature] + " in row " + rows[i]
                                    + "; only finite numbers can be learned from");
                }
            }
        }
    }

    /** Throws {@link IllegalArgumentException} unless there are rows of both labels and finite values only. */
    public void requireTrainable() {
        int positives = 0;
        for (int i = 0; i < rows.length; i++) {
            if (label(i) != 0 && label(i) != 1) {
                throw new IllegalArgumentException(
                        "Row " + rows[i] + " has the label " + label(i) + "; only 0 and 1 can be learned");
            }
            positives += label(i);
        }
        if (positives == 0 || positives == rows.length) {
            throw new IllegalArgumentException("Nothing can be learned from " + rows.length + " rows of which "
                    + positives + " have the label 1: both labels are needed");
        }
        requireFinite();
    }
}
