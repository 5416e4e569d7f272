package io.openalpha.ml.learner.forest;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Grows one tree. */
final class TreeGrower {

    private final BinnedSamples samples;
    private final ForestSettings settings;
    private final NodeRows rows;
    private final SplitSearch search;
    private final Tree tree = new Tree();

    TreeGrower(BinnedSamples samples, ForestSettings settings, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        this.samples = samples;
        this.settings = settings;
        this.rows = NodeRows.drawn(samples, random);
        this.search = new SplitSearch(samples, rows, settings, random);
    }

    Tree grow() {
        grow(0, 0, rows.size(), rows.total(), 0);
        return tree;
    }

    private void grow(int node, int from, int to, long total, int depth) {
        Split split = split(from, to, total, depth);
        if (split == null) {
            tree.leaf(node, (float) Mass.share(total));
            return;
        }
        int middle = rows.partition(samples.column(split.feature()), split.bin(), from, to);
        int left = tree.split(node, split.feature(), samples.edge(split.feature(), split.bin()));
        grow(left, from, middle, split.left(), depth + 1);
        grow(left + 1, middle, to, total - split.left(), depth + 1);
    }

    private @Nullable Split split(int from, int to, long total, int depth) {
        boolean isEnd =
                depth == settings.maxDepth() || Mass.isPure(total) || Mass.count(total) < 2L * settings.minLeaf();
        return isEnd ? null : search.best(from, to, total);
    }
}
