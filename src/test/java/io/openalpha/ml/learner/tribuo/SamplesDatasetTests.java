package io.openalpha.ml.learner.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.artifact.Scaling;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;

class SamplesDatasetTests {

    private final Samples samples =
            new Samples(List.of("b", "a"), new float[] {1, 2, 9, 9, 3, 6}, new byte[] {0, -1, 1}, new int[] {0, 2});

    private final SamplesDataset dataset = new SamplesDataset(samples);

    @Test
    void anExampleIsARowWithItsFeaturesInTheOrderOfTheirNames() {
        Example<Label> example = dataset.getExample(1);

        assertThat(example).containsExactly(new Feature("a", 6), new Feature("b", 3));
        assertThat(example.getOutput().getLabel()).isEqualTo("1");
        assertThat(dataset.size()).isEqualTo(2);
    }

    @Test
    void theDomainTellsOfTheRowsMeant() {
        assertThat(dataset.getFeatureIDMap().get(0).getName()).isEqualTo("a");
        assertThat(dataset.getFeatureIDMap().get(0).toString())
                .contains("max=6.0")
                .contains("min=2.0");
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
        SamplesDataset.copyRow(dataset.getExample(0), target, 1);

        assertThat(target).containsExactly(0, 2, 1);
        assertThat(SamplesDataset.isRow(dataset.getExample(0))).isTrue();
        assertThat(SamplesDataset.isRow(new ArrayExample<>(dataset.getExample(0))))
                .isFalse();
    }

    @Test
    void rowsCannotBeChanged() {
        Example<Label> example = dataset.getExample(0);
        Feature feature = new Feature("c", 1);

        assertThatThrownBy(() -> example.add(feature)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> example.set(feature)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> example.addAll(List.of(feature))).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> example.removeFeatures(List.of(feature)))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> dataset.shuffle(true)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(example.copy()).containsExactlyElementsOf(example);
    }
}
