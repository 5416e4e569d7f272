package io.openalpha.ml.learner.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.openalpha.ml.learner.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalingTests {

    /** Column a: 2, 4, 4, 4, 5, 5, 7, 9 with mean 5 and standard deviation 2; column b never changes. */
    private final Samples samples =
            Samples.of(List.of("a", "b"), new float[] {2, 3, 4, 3, 4, 3, 4, 3, 5, 3, 5, 3, 7, 3, 9, 3}, new byte[8]);

    @Test
    void valuesAreMeasuredInStandardDeviationsFromTheMean() {
        Scaling scaling = Scaling.of(samples);

        assertThat(scaling.apply(0, 9)).isEqualTo(2);
        assertThat(scaling.apply(0, 2)).isEqualTo(-1.5f);
    }

    @Test
    void whatLiesFarOutIsClipped() {
        Scaling scaling = Scaling.of(samples);

        assertThat(scaling.apply(0, 1e30f)).isEqualTo(5);
        assertThat(scaling.apply(0, -1e30f)).isEqualTo(-5);
    }

    @Test
    void aFeatureThatNeverChangesIsZero() {
        assertThat(Scaling.of(samples).apply(1, 3)).isZero();
        assertThat(Scaling.of(samples).apply(1, 1000)).isZero();
    }

    @Test
    void onlyTheRowsMeantAreLearnedFrom() {
        Scaling scaling = Scaling.of(samples.subset(new int[] {0, 1}));

        assertThat(scaling.apply(0, 3)).isZero();
        assertThat(scaling.apply(0, 4)).isEqualTo(1);
    }

    @Test
    void aSmallSpreadFarFromZeroIsNotLost() {
        float[] values = {100_000, 100_001, 100_002, 100_003};
        Scaling scaling = Scaling.of(Samples.of(List.of("a"), values, new byte[4]));

        assertThat(scaling.apply(0, 100_003)).isCloseTo((float) (1.5 / Math.sqrt(1.25)), within(1e-6f));
    }
}
