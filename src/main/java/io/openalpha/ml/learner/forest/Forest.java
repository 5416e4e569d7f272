package io.openalpha.ml.learner.forest;

import java.util.List;

/**
 * Grown trees, one after the other in three arrays. A node with a feature sends values up to {@code values[node]} to
 * {@code lefts[node]} and others to the node after it; a node without one is a leaf whose value is the probability of
 * label 1.
 *
 * @param roots where each tree begins
 * @param features number of the feature, or {@link #LEAF}
 * @param values thresholds and probabilities
 * @param lefts left children
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package
record Forest(int[] roots, int[] features, float[] values, int[] lefts) {

    static final int LEAF = -1;

    static Forest of(List<Tree> trees) {
        int nodes = trees.stream().mapToInt(Tree::size).sum();
        Forest forest = new Forest(new int[trees.size()], new int[nodes], new float[nodes], new int[nodes]);
        int root = 0;
        for (int number = 0; number < trees.size(); number++) {
            Tree tree = trees.get(number);
            forest.roots[number] = root;
            forest.put(tree, root);
            root += tree.size();
        }
        return forest;
    }

    private void put(Tree tree, int root) {
        for (int node = 0; node < tree.size(); node++) {
            features[root + node] = tree.feature(node);
            values[root + node] = tree.value(node);
            lefts[root + node] = root + tree.left(node);
        }
    }

    /** The same forest for rows whose values stand elsewhere. */
    Forest onColumns(int[] columns) {
        int[] moved = features.clone();
        for (int node = 0; node < moved.length; node++) {
            moved[node] = moved[node] == LEAF ? LEAF : columns[moved[node]];
        }
        return new Forest(roots, moved, values, lefts);
    }

    /**
     * @throws IllegalArgumentException unless every path leads down to a leaf and every feature exists
     */
    void validate(int width) {
        if (roots.length == 0 || features.length != values.length || features.length != lefts.length) {
            throw new IllegalArgumentException("The trees' parts do not fit together");
        }
        for (int root : roots) {
            require(root >= 0 && root < features.length, root);
        }
        for (int node = 0; node < features.length; node++) {
            boolean isLeaf = features[node] == LEAF;
            boolean isSplit = features[node] >= 0
                    && features[node] < width
                    && lefts[node] > node
                    && lefts[node] < features.length - 1;
            require(isLeaf ? values[node] >= 0 && values[node] <= 1 : isSplit && !Float.isNaN(values[node]), node);
        }
    }

    private static void require(boolean condition, int node) {
        if (!condition) {
            throw new IllegalArgumentException("Node " + node + " of the forest makes no sense");
        }
    }

    /** What one tree says. */
    float leaf(int root, float[] row, int start) {
        int node = root;
        while (features[node] != LEAF) {
            node = lefts[node] + (row[start + features[node]] > values[node] ? 1 : 0);
        }
        return values[node];
    }
}
