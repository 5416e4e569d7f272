package io.openalpha.ml.learner.forest;

import java.util.Arrays;

/**
 * The edges of a feature's bins: a value is in the first bin whose edge is not below it, else in the last.
 */
final class Edges {

    private Edges() {}

    /**
     * Cuts between all distinct values when there are no more than bins, else at the quantiles.
     *
     * @param sorted the values in ascending order
     * @return edges in ascending order, each strictly below the values of the next bin; one fewer than there are bins
     */
    static float[] of(float[] sorted, int bins) {
        int distinct = distinct(sorted, bins);
        int parts = distinct <= bins ? sorted.length : bins;
        float[] edges = new float[Math.min(distinct, bins) - 1];
        int found = 0;
        int cut = 0;
        for (int part = 1; part < parts; part++) {
            cut = nextChange(sorted, Math.max(cut + 1, (int) ((long) part * sorted.length / parts)));
            if (cut < sorted.length) {
                edges[found++] = between(sorted[cut - 1], sorted[cut]);
            }
        }
        return Arrays.copyOf(edges, found);
    }

    /** The number of distinct values, counted no further than one above the limit. */
    private static int distinct(float[] sorted, int limit) {
        int count = 1;
        for (int i = 1; i < sorted.length && count <= limit; i++) {
            if (sorted[i] != sorted[i - 1]) {
                count++;
            }
        }
        return count;
    }

    /** The first place from here on where a value differs from the one before. */
    private static int nextChange(float[] sorted, int from) {
        int i = from;
        while (i < sorted.length && sorted[i] == sorted[i - 1]) {
            i++;
        }
        return i;
    }

    /** Halfway, and always below the upper value. */
    private static float between(float lower, float upper) {
        float middle = (float) (((double) lower + upper) / 2);
        return middle < upper ? middle : lower;
    }

    /** The bin of a value: the number of edges below it. */
    static int bin(float[] edges, float value) {
        int low = 0;
        int high = edges.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (edges[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
