package io.openalpha.ml.learner.forest;

/**
 * Settings of a forest.
 *
 * @param trees number of trees
 * @param maxDepth splits between the root and a leaf at most
 * @param featuresPerSplit features drawn for each split; 0 for the square root of their number
 * @param minLeaf rows that a leaf has at least, where a row counts as often as it was drawn
 * @param bins intervals that a feature's values are sorted into, 2 to 255
 * @param seed of all that is drawn
 * @param threads that grow trees; whatever their number, the forest is the same bit for bit
 */
public record ForestSettings(
        int trees, int maxDepth, int featuresPerSplit, int minLeaf, int bins, long seed, int threads) {

    /** Throws {@link IllegalArgumentException} for what makes no forest. */
    public ForestSettings {
        require(trees >= 1, "trees", trees, "at least 1");
        require(maxDepth >= 1 && maxDepth <= 30, "maxDepth", maxDepth, "1 to 30");
        require(featuresPerSplit >= 0, "featuresPerSplit", featuresPerSplit, "0 or more");
        require(minLeaf >= 1, "minLeaf", minLeaf, "at least 1");
        require(bins >= 2 && bins <= 255, "bins", bins, "2 to 255");
        require(threads >= 1, "threads", threads, "at least 1");
    }

    private static void require(boolean condition, String name, int value, String expected) {
        if (!condition) {
            throw new IllegalArgumentException("A forest's " + name + " must be " + expected + ", not " + value);
        }
    }

    /** 100 trees of depth 10, √features a split, leaves of 50 rows. */
    public static ForestSettings standard(long seed, int threads) {
        return new ForestSettings(100, 10, 0, 50, 255, seed, threads);
    }

    int featuresTried(int width) {
        return featuresPerSplit == 0 ? Math.max(1, (int) Math.sqrt(width)) : Math.min(width, featuresPerSplit);
    }
}
