package io.openalpha.ml.learner.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.Signal;
import io.openalpha.ml.learner.TrainedModel;
import io.openalpha.ml.learner.TrainingProgress;
import io.openalpha.ml.learner.TrainingStoppedException;
import io.openalpha.ml.learner.artifact.ArtifactModel;
import io.openalpha.ml.learner.tribuo.SamplesDataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;

class NeuralNetworkTests {

    private static final Signal.Planted XOR = (values, start) -> values[start] > 0 ^ values[start + 1] > 0 ? 0.9 : 0.1;

    private final Samples samples = Signal.samples(6000, 3, 1, XOR);

    @Test
    void aSignalThatNoSingleFeatureShowsIsFoundNearlyAsWellAsByTheFormulaItself() {
        Samples others = Signal.samples(6000, 3, 2, XOR);
        float[] best = new float[others.size()];
        for (int i = 0; i < best.length; i++) {
            best[i] = (float) XOR.probability(others.values(), others.start(i));
        }

        float[] probabilities = train(settings(20, 2, 1, 2), samples).probabilities(others);

        assertThat(Signal.auc(probabilities, others)).isCloseTo(Signal.auc(best, others), within(0.03));
    }

    @Test
    void nothingIsFoundWhereNothingIs() {
        Samples others = Signal.samples(20_000, 3, 2, Signal.NONE);
        TrainedModel trainedModel = train(settings(2, 2, 1, 2), Signal.samples(5000, 3, 1, Signal.NONE));

        // Standard error of an AUC of 0.5 with 10,000 rows a label: 0.0041; four of them.
        assertThat(Signal.auc(trainedModel.probabilities(others), others)).isCloseTo(0.5, within(0.0164));
    }

    @Test
    void theSameSeedGivesTheSameProbabilitiesOnOneThreadAndOnTwo() {
        float[] first = train(settings(2, 3, 1, 1), samples).probabilities(samples);
        float[] second = train(settings(2, 3, 1, 2), samples).probabilities(samples);

        assertThat(Arrays.equals(first, second)).isTrue();
    }

    @Test
    void membersAndSeedsDiffer() {
        TrainedModel one = train(settings(1, 1, 1, 1), samples);
        TrainedModel two = train(settings(1, 2, 1, 1), samples);
        TrainedModel other = train(settings(1, 1, 2, 1), samples);

        assertThat(one.probabilities(samples)).isNotEqualTo(two.probabilities(samples));
        assertThat(one.probabilities(samples)).isNotEqualTo(other.probabilities(samples));
    }

    @Test
    void tribuoRestoresTheMeanFromItsProtobufAndPredictsTheSame() {
        ArtifactModel trainedModel = (ArtifactModel) train(settings(2, 3, 1, 2), samples);
        Samples few = samples.subset(IntStream.range(0, 50).toArray());
        SamplesDataset scaled =
                SamplesDataset.shuffled(few, trainedModel.artifact().scaling(), 9);

        Model<Label> restored =
                Model.deserialize(trainedModel.artifact().model()).castModel(Label.class);
        List<Prediction<Label>> predictions = restored.predict(scaled.getData());

        float[] theirs = new float[50];
        float[] ours = trainedModel.probabilities(few);
        for (int i = 0; i < 50; i++) {
            theirs[i] = (float)
                    Objects.requireNonNull(predictions.get(i).getOutputScores().get("1"))
                            .getScore();
        }
        Arrays.sort(theirs);
        Arrays.sort(ours);
        assertThat(theirs).containsExactly(ours, within(1e-5f));
        assertThat(restored.getProvenance().toString()).contains("tensorflow_version", "hidden_layers");
    }

    @Test
    void everyBatchIsAChanceToStop() {
        List<String> heard = new ArrayList<>();
        TrainingProgress stopping = (unit, done, total) -> {
            heard.add(done + "/" + total + " " + unit);
            return heard.size() < 8;
        };

        assertThatThrownBy(() -> new NeuralNetwork(settings(2, 1, 1, 1)).train(samples, stopping))
                .isInstanceOf(TrainingStoppedException.class)
                .hasMessage("Training was stopped after 1 of 2 epochs");
        assertThat(heard).hasSize(8).startsWith("0/2 epochs").endsWith("1/2 epochs");
    }

    @Test
    void settingsThatMakeNoNetworkAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkSettings(List.of(), 1, 1, 0.1, 1, 1, 1))
                .withMessage("A network's hiddenLayers must be at least one, of at least one neuron each, not []");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkSettings(List.of(1), 1, 1, 0, 1, 1, 1))
                .withMessageContaining("learningRate");
    }

    private static NetworkSettings settings(int epochs, int members, long seed, int threads) {
        return new NetworkSettings(List.of(16, 8), 1024, epochs, 0.01, members, seed, threads);
    }

    private static TrainedModel train(NetworkSettings settings, Samples samples) {
        return new NeuralNetwork(settings).train(samples, TrainingProgress.IGNORED);
    }
}
