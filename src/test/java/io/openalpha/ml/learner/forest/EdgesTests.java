package io.openalpha.ml.learner.forest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EdgesTests {

    @Test
    void fewValuesAreCutHalfwayBetweenAnyTwo() {
        assertThat(Edges.of(new float[] {1, 1, 2, 4, 4}, 255)).containsExactly(1.5f, 3f);
    }

    @Test
    void manyValuesAreCutAtTheirQuantiles() {
        // 12 values in 4 bins: 3 in each, cut between the 3rd and 4th, 6th and 7th, 9th and 10th.
        float[] sorted = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

        assertThat(Edges.of(sorted, 4)).containsExactly(3.5f, 6.5f, 9.5f);
    }

    @Test
    void aValueThatFillsSeveralBinsIsCutOnce() {
        assertThat(Edges.of(new float[] {0, 0, 0, 0, 0, 0, 1, 2, 3}, 3)).containsExactly(0.5f, 1.5f);
    }

    @Test
    void aConstantIsNotCut() {
        assertThat(Edges.of(new float[] {7, 7, 7}, 255)).isEmpty();
    }

    @Test
    void adjacentFloatsAreDistinguished() {
        float next = Math.nextUp(1f);

        assertThat(Edges.of(new float[] {1, next}, 2)).containsExactly(1f);
    }

    @Test
    void theWholeRangeOfFloatsIsCutWithoutOverflow() {
        assertThat(Edges.of(new float[] {-Float.MAX_VALUE, Float.MAX_VALUE}, 2)).containsExactly(0f);
    }

    @Property
    void aValueIsAtMostAnEdgeExactlyWhenItsBinIsNotAbove(
            @ForAll @Size(min = 1, max = 60) float[] values, @ForAll @IntRange(min = 2, max = 20) int bins) {
        Arrays.sort(values);
        float[] edges = Edges.of(values, bins);

        assertThat(edges).hasSizeLessThan(bins).isSorted().doesNotHaveDuplicates();
        for (float value : values) {
            for (int bin = 0; bin < edges.length; bin++) {
                assertThat(value <= edges[bin]).isEqualTo(Edges.bin(edges, value) <= bin);
            }
        }
    }

    @Property
    void everyBinHoldsSomething(@ForAll @Size(min = 1, max = 60) float[] values) {
        Arrays.sort(values);
        float[] edges = Edges.of(values, 8);
        boolean[] filled = new boolean[edges.length + 1];
        for (float value : values) {
            filled[Edges.bin(edges, value)] = true;
        }

        assertThat(filled).doesNotContain(false);
    }
}
