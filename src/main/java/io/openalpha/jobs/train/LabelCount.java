package io.openalpha.jobs.train;

import java.util.Arrays;

/**
 * How many rows there are to learn from, and how many of them have the label 1.
 *
 * @param rows with a label
 * @param ones with label 1
 */
record LabelCount(int rows, int ones) {

    /** @param rows that all have a label */
    static LabelCount of(byte[] labels, int[] rows) {
        return new LabelCount(
                rows.length, Arrays.stream(rows).map(row -> labels[row]).sum());
    }

    /** Whether both labels occur, without which nothing can be trained or measured. */
    boolean isMixed() {
        return ones > 0 && ones < rows;
    }

    /** The share of label 1. */
    double share() {
        return (double) ones / rows;
    }
}
