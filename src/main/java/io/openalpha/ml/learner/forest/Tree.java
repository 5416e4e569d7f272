package io.openalpha.ml.learner.forest;

import java.util.Arrays;

/** A tree that grows: node 0 is its root, and the two children of a node stand side by side. */
final class Tree {

    private int[] features = new int[64];
    private float[] values = new float[64];
    private int[] lefts = new int[64];
    private int size = 1;

    /** Makes a node a leaf with a probability. */
    void leaf(int node, float probability) {
        features[node] = Forest.LEAF;
        values[node] = probability;
        lefts[node] = 0;
    }

    /**
     * Gives a node two children, the left for values up to the threshold, and returns the left one's index.
     */
    int split(int node, int feature, float threshold) {
        int left = size;
        size += 2;
        if (size > features.length) {
            features = Arrays.copyOf(features, size * 2);
            values = Arrays.copyOf(values, size * 2);
            lefts = Arrays.copyOf(lefts, size * 2);
        }
        features[node] = feature;
        values[node] = threshold;
        lefts[node] = left;
        return left;
    }

    int size() {
        return size;
    }

    int feature(int node) {
        return features[node];
    }

    float value(int node) {
        return values[node];
    }

    int left(int node) {
        return lefts[node];
    }
}
