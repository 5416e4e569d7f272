package io.openalpha.ml.learner.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.Signal;
import io.openalpha.ml.learner.TrainingProgress;
import io.openalpha.ml.learner.tribuo.SamplesDataset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

class ForestTrainerTests {

    private final Samples samples = Signal.samples(500, 3, 1, (values, start) -> values[start + 1] > 0.3 ? 0.9 : 0.2);
    private final SamplesDataset dataset = new SamplesDataset(samples);
    private final Model<Label> model = trainer().train(dataset);

    private static ForestTrainer trainer() {
        return new ForestTrainer(new ForestSettings(10, 4, 0, 5, 255, 3, 1), TrainingProgress.UNHEARD);
    }

    @Test
    void tribuoPredictsWhatTheForestSays() {
        float[] probabilities = new RandomForest(new ForestSettings(10, 4, 0, 5, 255, 3, 1))
                .train(samples, TrainingProgress.UNHEARD)
                .probabilities(samples);

        assertThat(scores(model)).containsExactly(probabilities);
    }

    @Test
    void anyDataSetOfTribuosTrainsTheSameForest() {
        MutableDataset<Label> copied =
                new MutableDataset<>(new SimpleDataSourceProvenance("copy", new LabelFactory()), new LabelFactory());
        dataset.forEach(example -> copied.add(new ArrayExample<>(example)));

        assertThat(scores(trainer().train(copied))).containsExactly(scores(model));
    }

    @Test
    void tribuoRestoresTheModelFromItsProtobuf() {
        Model<Label> restored = Model.deserialize(model.serialize()).castModel(Label.class);

        assertThat(scores(restored)).containsExactly(scores(model));
        assertThat(restored.getProvenance()).isEqualTo(model.getProvenance());
    }

    @Test
    void provenanceTellsTheTrainersSettings() {
        assertThat(model.getProvenance().getTrainerProvenance().toString())
                .contains("trees=10", "maxDepth=4", "minLeaf=5", "seed=3");
    }

    @Test
    void otherLabelsAndExamplesWithoutAnyFeatureAreRefused() {
        MutableDataset<Label> other =
                new MutableDataset<>(new SimpleDataSourceProvenance("other", new LabelFactory()), new LabelFactory());
        other.add(new ArrayExample<>(new Label("up"), new String[] {"f0"}, new double[] {1}));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer().train(other))
                .withMessage("A forest learns the labels 0 and 1, not up");
        Example<Label> stranger = new ArrayExample<>(new Label("1"), new String[] {"x"}, new double[] {1});
        assertThatIllegalArgumentException().isThrownBy(() -> model.predict(stranger));
    }

    @Test
    void aMessageThatIsNoForestIsRefused() {
        Any known = model.serialize().getSerializedData();
        Any cut = known.toBuilder()
                .setValue(known.getValue().substring(0, known.getValue().size() / 2))
                .build();

        assertThatThrownBy(() -> ForestModel.deserializeFromProto(0, "", cut)).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> ForestModel.deserializeFromProto(0, "", Any.pack(Any.getDefaultInstance())))
                .hasMessageContaining("A forest was expected");
        assertThatThrownBy(() -> ForestModel.deserializeFromProto(
                        0, "", known.toBuilder().setValue(ByteString.EMPTY).build()))
                .hasMessageContaining("field 2 once");
        assertThatIllegalArgumentException().isThrownBy(() -> ForestModel.deserializeFromProto(1, "", known));
    }

    @Test
    void nodesThatLeadNowhereAreRefused() {
        Forest circle = new Forest(new int[] {0}, new int[] {0, -1, -1}, new float[] {0, 0, 1}, new int[] {0, 0, 0});
        Forest wide = new Forest(new int[] {0}, new int[] {9, -1, -1}, new float[] {0, 0, 1}, new int[] {1, 0, 0});
        Forest beyond = new Forest(new int[] {0}, new int[] {0, -1, -1}, new float[] {0, 0, 1}, new int[] {2, 0, 0});
        Forest odd = new Forest(new int[] {0}, new int[] {-1}, new float[] {1.5f}, new int[] {0});

        for (Forest forest : List.of(circle, wide, beyond, odd)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> forest.validate(3))
                    .withMessage("Node 0 of the forest makes no sense");
        }
    }

    private float[] scores(Model<Label> scoring) {
        float[] scores = new float[dataset.size()];
        for (int i = 0; i < scores.length; i++) {
            Prediction<Label> prediction = scoring.predict(dataset.getExample(i));
            scores[i] =
                    (float) Objects.requireNonNull(prediction.getOutputScores().get("1"))
                            .getScore();
        }
        return scores;
    }
}
