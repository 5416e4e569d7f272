package io.openalpha.ml.learner.forest;

import java.util.Arrays;
import java.util.SplittableRandom;

/** The rows that a tree is grown from, so ordered that those of a node are neighbours, and ascending within it. */
final class NodeRows {

    private final int[] rows;
    private final long[] masses;
    private final int[] spareRows;
    private final long[] spareMasses;

    NodeRows(int[] rows, long[] masses) {
        this.rows = rows;
        this.masses = masses;
        this.spareRows = new int[rows.length];
        this.spareMasses = new long[rows.length];
    }

    /** As many rows as there are, drawn with replacement. */
    static NodeRows drawn(BinnedSamples samples, SplittableRandom random) {
        int[] draws = new int[samples.size()];
        for (int i = 0; i < draws.length; i++) {
            draws[random.nextInt(draws.length)]++;
        }
        int[] rows = new int[draws.length];
        long[] masses = new long[draws.length];
        int size = 0;
        for (int row = 0; row < draws.length; row++) {
            if (draws[row] > 0) {
                rows[size] = row;
                masses[size++] = Mass.of(draws[row], samples.label(row));
            }
        }
        return new NodeRows(Arrays.copyOf(rows, size), Arrays.copyOf(masses, size));
    }

    int size() {
        return rows.length;
    }

    long total() {
        long total = 0;
        for (long mass : masses) {
            total += mass;
        }
        return total;
    }

    /** Adds each row's mass to that of its bin. */
    void addTo(long[] histogram, byte[] column, int from, int to) {
        for (int i = from; i < to; i++) {
            histogram[column[rows[i]] & 0xff] += masses[i];
        }
    }

    /** Moves the rows up to a bin before the others and says where the others begin. */
    int partition(byte[] column, int bin, int from, int to) {
        int left = from;
        int right = 0;
        for (int i = from; i < to; i++) {
            if ((column[rows[i]] & 0xff) <= bin) {
                rows[left] = rows[i];
                masses[left++] = masses[i];
            } else {
                spareRows[right] = rows[i];
                spareMasses[right++] = masses[i];
            }
        }
        System.arraycopy(spareRows, 0, rows, left, right);
        System.arraycopy(spareMasses, 0, masses, left, right);
        return left;
    }
}
