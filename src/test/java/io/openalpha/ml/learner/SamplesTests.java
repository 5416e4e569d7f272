package io.openalpha.ml.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTests {

    private final Samples samples =
            Samples.of(List.of("a", "b"), new float[] {1, 2, 3, 4, 5, 6}, new byte[] {0, 1, -1});

    @Test
    void aSubsetReadsOtherRowsOfTheSameMatrix() {
        Samples subset = samples.subset(new int[] {0, 2});

        assertThat(subset.size()).isEqualTo(2);
        assertThat(subset.value(1, 0)).isEqualTo(5);
        assertThat(subset.label(1)).isEqualTo(-1);
        assertThat(subset.values()).isSameAs(samples.values());
    }

    @Test
    void rowsComeInAscendingOrderAndFromTheMatrix() {
        for (int[] rows : new int[][] {{1, 0}, {1, 1}, {3}, {-1}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> samples.subset(rows))
                    .withMessageContaining("out of order or beyond the 3 rows");
        }
    }

    @Test
    void namesDifferAndFitTheValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.of(List.of("a", "a"), new float[2], new byte[1]))
                .withMessageContaining("[a, a]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.of(List.of("a", "b"), new float[3], new byte[1]))
                .withMessage("3 values are not 1 rows of 2 features");
    }

    @Test
    void unknownLabelsCannotBeTrainedOn() {
        assertThatIllegalArgumentException()
                .isThrownBy(samples::requireTrainable)
                .withMessage("Row 2 has the label -1; only 0 and 1 can be learned");
        samples.subset(new int[] {0, 1}).requireTrainable();
    }

    @Test
    void neitherNoRowsNorOneLabelCanBeTrainedOn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> samples.subset(new int[0]).requireTrainable())
                .withMessageContaining("0 rows of which 0 have the label 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> samples.subset(new int[] {1}).requireTrainable())
                .withMessageContaining("1 rows of which 1 have the label 1: both labels are needed");
    }

    @Test
    void whatIsNoFiniteNumberIsNamed() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            Samples broken = Samples.of(List.of("a", "b"), new float[] {1, 2, 3, bad}, new byte[] {0, 1});

            assertThatIllegalArgumentException()
                    .isThrownBy(broken::requireTrainable)
                    .withMessageContaining("Feature b is " + bad + " in row 1");
        }
    }
}
