package io.openalpha.ml.learner.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.Signal;
import io.openalpha.ml.learner.TrainingProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ForestGrowerTests {

    private static final int ROWS = 120;
    private static final int WIDTH = 3;

    private final Samples samples = Signal.samples(ROWS, WIDTH, 5, (values, start) -> values[start] > 0 ? 0.8 : 0.3);

    @Property(tries = 40)
    void noTreeIsDeeperAndNoLeafSmallerThanAllowed(
            @ForAll @IntRange(min = 1, max = 6) int maxDepth, @ForAll @IntRange(min = 1, max = 30) int minLeaf) {
        Forest forest = grow(new ForestSettings(3, maxDepth, 1, minLeaf, 255, 7, 1));

        for (int number = 0; number < 3; number++) {
            walk(forest, forest.roots()[number], draws(7, number), maxDepth, minLeaf, false);
        }
    }

    @Property(tries = 20)
    void everySplitIsTheBestThatAnExhaustiveSearchFinds(@ForAll long seed) {
        Forest forest = grow(new ForestSettings(1, 8, WIDTH, 2, 255, seed, 1));

        walk(forest, forest.roots()[0], draws(seed, 0), 8, 2, true);
    }

    private Forest grow(ForestSettings settings) {
        return ForestGrower.grow(samples, settings, TrainingProgress.IGNORED);
    }

    /** The rows that a tree was grown from, as often as they were drawn. */
    private static List<Integer> draws(long seed, int tree) {
        long treeSeed = new SplittableRandom(seed).longs(tree + 1).toArray()[tree];
        SplittableRandom random = new SplittableRandom(treeSeed);
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(random.nextInt(ROWS));
        }
        return rows;
    }

    private void walk(Forest forest, int node, List<Integer> rows, int depth, int minLeaf, boolean exhaustive) {
        assertThat(rows).hasSizeGreaterThanOrEqualTo(minLeaf);
        assertThat(depth).isNotNegative();
        if (forest.features()[node] == Forest.LEAF) {
            assertThat(forest.values()[node]).isEqualTo((float) share(rows));
            return;
        }
        List<Integer> left = side(rows, forest.features()[node], forest.values()[node], true);
        List<Integer> right = side(rows, forest.features()[node], forest.values()[node], false);
        if (exhaustive) {
            assertThat(gini(left) + gini(right)).isCloseTo(leastGini(rows, minLeaf), within(1e-9));
        }
        walk(forest, forest.lefts()[node], left, depth - 1, minLeaf, exhaustive);
        walk(forest, forest.lefts()[node] + 1, right, depth - 1, minLeaf, exhaustive);
    }

    private double leastGini(List<Integer> rows, int minLeaf) {
        double least = Double.POSITIVE_INFINITY;
        for (int feature = 0; feature < WIDTH; feature++) {
            for (int row : rows) {
                List<Integer> left = side(rows, feature, samples.value(row, feature), true);
                List<Integer> right = side(rows, feature, samples.value(row, feature), false);
                if (left.size() >= minLeaf && right.size() >= minLeaf) {
                    least = Math.min(least, gini(left) + gini(right));
                }
            }
        }
        return least;
    }

    private List<Integer> side(List<Integer> rows, int feature, float threshold, boolean left) {
        return rows.stream()
                .filter(row -> samples.value(row, feature) <= threshold == left)
                .toList();
    }

    /** Gini's impurity times rows: 2 p (1 − p) n. */
    private double gini(List<Integer> rows) {
        return 2 * share(rows) * (1 - share(rows)) * rows.size();
    }

    private double share(List<Integer> rows) {
        return rows.stream().mapToInt(samples::label).average().orElseThrow();
    }
}
