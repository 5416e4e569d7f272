package io.openalpha.ml.learner.forest;

/** How many rows, and how many of them with the label 1, in one number, so that one addition adds both. */
final class Mass {

    private Mass() {}

    static long of(int count, int label) {
        return (((long) count * label) << 32) | count;
    }

    static int count(long mass) {
        return (int) mass;
    }

    static int positives(long mass) {
        return (int) (mass >>> 32);
    }

    /** The share of label 1. */
    static double share(long mass) {
        return (double) positives(mass) / count(mass);
    }

    static boolean isPure(long mass) {
        return positives(mass) == 0 || positives(mass) == count(mass);
    }

    /**
     * What a side of a split adds to the split's worth: positives² / count. The sum over both sides is largest where
     * Gini's impurity, weighted by rows, is smallest; the rest of that formula is the same for all splits of a node.
     */
    static double worth(long mass) {
        double positives = positives(mass);
        return positives * positives / count(mass);
    }
}
