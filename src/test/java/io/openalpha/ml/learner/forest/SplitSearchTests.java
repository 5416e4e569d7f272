package io.openalpha.ml.learner.forest;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.ml.learner.Samples;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SplitSearchTests {

    @Test
    void theSplitWithTheLeastImpurityIsTaken() {
        // Feature x: 1 2 3 4 5 6, labels 0 0 1 0 1 1. Worth of a cut = positives² / count on the left + on the right:
        //   after 1: 0²/1 + 3²/5 = 1.8     after 2: 0²/2 + 3²/4 = 2.25    after 3: 1²/3 + 2²/3 = 1.667
        //   after 4: 1²/4 + 2²/2 = 2.25    after 5: 2²/5 + 1²/1 = 1.8
        // After 2 and after 4 are worth the same; the first counts.
        Split split = best(1, new float[] {1, 2, 3, 4, 5, 6}, 0, 0, 1, 0, 1, 1);

        assertThat(split).isEqualTo(new Split(0, 1, Mass.of(2, 0), 2.25));
    }

    @Test
    void aLeafKeepsItsLeastNumberOfRows() {
        // As above, but 3 rows on both sides are only left by the cut after 3.
        Split split = best(3, new float[] {1, 2, 3, 4, 5, 6}, 0, 0, 1, 0, 1, 1);

        assertThat(split).isEqualTo(new Split(0, 2, Mass.of(2, 0) + Mass.of(1, 1), 1 / 3.0 + 4 / 3.0));
    }

    @Test
    void thereIsNoSplitWhenNoneLeavesEnoughRows() {
        assertThat(best(4, new float[] {1, 2, 3, 4, 5, 6}, 0, 0, 1, 0, 1, 1)).isNull();
    }

    @Test
    void equalValuesAreNotSplit() {
        assertThat(best(1, new float[] {5, 5, 5, 5}, 0, 1, 0, 1)).isNull();
    }

    private static @Nullable Split best(int minLeaf, float[] values, int... labels) {
        byte[] bytes = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            bytes[i] = (byte) labels[i];
        }
        BinnedSamples binned = BinnedSamples.of(Samples.of(List.of("x"), values, bytes), 255, 1);
        NodeRows rows = new NodeRows(
                IntStream.range(0, labels.length).toArray(),
                IntStream.of(labels).mapToLong(label -> Mass.of(1, label)).toArray());
        ForestSettings settings = new ForestSettings(1, 1, 1, minLeaf, 255, 1, 1);
        return new SplitSearch(binned, rows, settings, new SplittableRandom(1)).best(0, labels.length, rows.total());
    }
}
