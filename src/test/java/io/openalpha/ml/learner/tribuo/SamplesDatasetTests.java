package io.openalpha.ml.learner.tribuo;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.artifact.Scaling;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.classification.Label;

class SamplesDatasetTests {

    private final Samples samples =
            new Samples(List.of("b", "a"), new float[] {1, 2, 9, 9, 3, 6}, new byte[] {0, -1, 1}, new int[] {0, 2});

    private final SamplesDataset dataset = SamplesDataset.shuffled(samples, Scaling.none(), 1);

    @Test
    void anExampleIsARowWithItsFeaturesInTheOrderOfTheirNames() {
        assertThat(example("1")).containsExactly(new Feature("a", 6), new Feature("b", 3));
        assertThat(dataset.size()).isEqualTo(2);
    }

    @Test
    void theDomainTellsOfTheRowsMeant() {
        assertThat(dataset.getFeatureIDMap().get(0).getName()).isEqualTo("a");
        assertThat(dataset.getOutputInfo().toReadableString()).contains("(0,1)").contains("(1,1)");
        assertThat(dataset.getOutputIDInfo().getID(new Label("1"))).isEqualTo(1);
    }

    @Test
    void scaledAndShuffledRowsAreTheSameForTheSameSeed() {
        SamplesDataset first = SamplesDataset.shuffled(samples, Scaling.of(samples), 1);
        SamplesDataset second = SamplesDataset.shuffled(samples, Scaling.of(samples), 1);

        assertThat(first.getData()).hasSize(2);
        for (int i = 0; i < 2; i++) {
            assertThat(first.getExample(i)).containsExactlyElementsOf(second.getExample(i));
            assertThat(first.getExample(i)).allMatch(feature -> Math.abs(feature.getValue()) == 1);
        }
    }

    @Test
    void aCopiedRowHasItsValuesInTheOrderOfTheNames() {
        float[] target = new float[3];
        SamplesDataset.copyRow(example("0"), target, 1);

        assertThat(target).containsExactly(0, 2, 1);
    }

    private Example<Label> example(String label) {
        return dataset.getData().stream()
                .filter(example -> example.getOutput().getLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
