package io.openalpha.ml.learner.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.artifact.Scaling;
import java.util.List;
import org.junit.jupiter.api.Test;

class DenseScorerTests {

    /** Two inputs a and b; neurons 2a − b + 1 and −a + 0.5b. */
    private final Layer hidden = new Layer(new float[] {2, -1, -1, 0.5f}, new float[] {1, 0});

    /** Outputs 0.5h and h − 1 of the first neuron, −h and 2h of the second. */
    private final Layer last = new Layer(new float[] {0.5f, 1, -1, 2}, new float[] {0, -1});

    @Test
    void aRowGoesThroughLayersRectifierAndSoftmax() {
        // a = 1, b = 1: neurons 2 − 1 + 1 = 2 and −1 + 0.5 = −0.5, rectified 2 and 0; outputs 1 and 2 − 1 = 1: p = 1/2.
        // a = −1, b = 2: neurons −2 − 2 + 1 = −3 and 1 + 1 = 2, rectified 0 and 2; outputs −2 and 4 − 1 = 3: p = 1/(1 +
        // e^−5).
        assertThat(score(List.of(List.of(hidden, last)), 1, 1, -1, 2))
                .containsExactly(0.5f, (float) (1 / (1 + Math.exp(-5))));
    }

    @Test
    void networksAreAveraged() {
        Layer even = new Layer(new float[4], new float[2]);

        float[] both = score(List.of(List.of(hidden, last), List.of(even)), -1, 2);

        assertThat(both[0]).isCloseTo((float) ((1 / (1 + Math.exp(-5)) + 0.5) / 2), within(1e-7f));
    }

    @Test
    void inputsInAnotherOrderMeanTheSame() {
        Layer moved = hidden.onColumns(new int[] {1, 0});

        assertThat(score(List.of(List.of(moved, last)), 2, -1)).isEqualTo(score(List.of(List.of(hidden, last)), -1, 2));
    }

    @Test
    void layersThatDoNotFitAreRefused() {
        Layer three = new Layer(new float[6], new float[3]);

        for (List<Layer> layers : List.of(List.of(three), List.of(three, last), List.<Layer>of())) {
            assertThatIllegalArgumentException().isThrownBy(() -> new DenseScorer(List.of(layers), Scaling.none(), 2));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new DenseScorer(List.of(), Scaling.none(), 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Layer(new float[3], new float[2]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Layer(new float[] {Float.NaN}, new float[1]))
                .withMessage("A layer has the weight NaN");
    }

    private static float[] score(List<List<Layer>> networks, float... values) {
        Samples samples = Samples.of(List.of("a", "b"), values, new byte[values.length / 2]);
        float[] probabilities = new float[samples.size()];
        new DenseScorer(networks, Scaling.none(), 2).score(samples, 0, samples.size(), probabilities);
        return probabilities;
    }
}
