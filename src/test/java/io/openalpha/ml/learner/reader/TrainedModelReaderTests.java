package io.openalpha.ml.learner.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openalpha.ml.learner.Learner;
import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.Signal;
import io.openalpha.ml.learner.TrainedModel;
import io.openalpha.ml.learner.TrainingProgress;
import io.openalpha.ml.learner.UnreadableModelException;
import io.openalpha.ml.learner.artifact.Artifact;
import io.openalpha.ml.learner.artifact.ArtifactFormat;
import io.openalpha.ml.learner.artifact.Scaling;
import io.openalpha.ml.learner.forest.ForestSettings;
import io.openalpha.ml.learner.forest.RandomForest;
import io.openalpha.ml.learner.linear.LogisticRegression;
import io.openalpha.ml.learner.linear.LogisticSettings;
import io.openalpha.ml.learner.network.NetworkSettings;
import io.openalpha.ml.learner.network.NeuralNetwork;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tribuo.protos.core.ModelProto;

class TrainedModelReaderTests {

    private static final Samples SAMPLES = Signal.samples(500, 3, 1, (values, start) -> values[start] > 0 ? 0.8 : 0.2);

    private static final List<TrainedModel> LEARNED = List.of(
            train(new RandomForest(new ForestSettings(4, 3, 0, 10, 255, 1, 1))),
            train(new NeuralNetwork(new NetworkSettings(List.of(4), 100, 1, 0.01, 2, 1, 1))),
            train(new LogisticRegression(LogisticSettings.standard(1))));

    static List<TrainedModel> learned() {
        return LEARNED;
    }

    private static TrainedModel train(Learner learner) {
        return learner.train(SAMPLES, TrainingProgress.IGNORED);
    }

    @ParameterizedTest
    @MethodSource("learned")
    void aModelThatWasReadBackPredictsTheSameBits(TrainedModel trainedModel) throws IOException {
        TrainedModel read = read(bytes(trainedModel));

        assertThat(read.probabilities(SAMPLES)).isEqualTo(trainedModel.probabilities(SAMPLES));
        assertThat(read.provenance()).isEqualTo(trainedModel.provenance());
        assertThat(read.features()).isEqualTo(trainedModel.features());
        assertThat(bytes(read)).isEqualTo(bytes(trainedModel));
    }

    @ParameterizedTest
    @MethodSource("learned")
    void aModelThatIsCutOffIsNoModel(TrainedModel trainedModel) throws IOException {
        byte[] bytes = bytes(trainedModel);
        for (int length = 0; length < bytes.length; length += 97) {
            byte[] cut = Arrays.copyOf(bytes, length);

            assertThatThrownBy(() -> read(cut)).isInstanceOf(UnreadableModelException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("learned")
    void aModelOfWhichAByteChangedIsNoModel(TrainedModel trainedModel) throws IOException {
        byte[] bytes = bytes(trainedModel);
        for (int i = 0; i < bytes.length; i += 97) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;

            assertThatThrownBy(() -> read(changed)).isInstanceOf(UnreadableModelException.class);
        }
    }

    @Test
    void theMessageSaysWhatIsWrong() throws IOException {
        byte[] bytes = bytes(LEARNED.get(0));
        byte[] newer = bytes.clone();
        newer[7] = 2;

        assertThatThrownBy(() -> read("not a model, but long enough to be one, one should think".getBytes(UTF_8)))
                .hasMessage("56 bytes that do not begin as a model of ours does");
        assertThatThrownBy(() -> read(newer)).hasMessage("The artifact has format 2; this program reads format 1");
        assertThatThrownBy(() -> read(Arrays.copyOf(bytes, bytes.length - 1)))
                .hasMessageStartingWith("The artifact is cut off or damaged");
    }

    @ParameterizedTest
    @MethodSource("learned")
    void aWholeArtifactWithTheModelOfAnotherAlgorithmIsRefused(TrainedModel trainedModel) throws IOException {
        Artifact artifact = artifact(trainedModel);
        for (String algorithm : List.of("random_forest", "neural_network", "logistic_regression", "oracle")) {
            if (!algorithm.equals(trainedModel.algorithm())) {
                assertThatThrownBy(() -> read(forged(algorithm, artifact.model())))
                        .isInstanceOf(UnreadableModelException.class)
                        .hasMessageMatching(
                                "The artifact holds no .*|The algorithm oracle is not one of this program's");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("learned")
    void anEmptyModelIsRefused(TrainedModel trainedModel) {
        assertThatThrownBy(() -> read(forged(trainedModel.algorithm(), ModelProto.getDefaultInstance())))
                .isInstanceOf(UnreadableModelException.class);
    }

    @ParameterizedTest
    @MethodSource("learned")
    void noClassIsLoadedByTheNameInAModel(TrainedModel trainedModel) throws IOException {
        ModelProto forged = artifact(trainedModel).model().toBuilder()
                .setClassName(Trap.class.getName())
                .build();

        TrainedModel read = read(forged(trainedModel.algorithm(), forged));

        assertThat(read.probabilities(SAMPLES)).hasSize(500);
        assertThat(System.getProperty("openalpha.trap")).isNull();
    }

    /** Shows when it is loaded. */
    static final class Trap {
        static {
            System.setProperty("openalpha.trap", "sprung");
        }
    }

    private static Artifact artifact(TrainedModel trainedModel) throws IOException {
        return ArtifactFormat.read(new ByteArrayInputStream(bytes(trainedModel)));
    }

    private static byte[] forged(String algorithm, ModelProto model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ArtifactFormat.write(new Artifact(algorithm, SAMPLES.features(), Scaling.none(), Map.of(), model), out);
        return out.toByteArray();
    }

    private static TrainedModel read(byte[] bytes) throws IOException {
        return TrainedModelReader.read(new ByteArrayInputStream(bytes));
    }

    private static byte[] bytes(TrainedModel trainedModel) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        trainedModel.writeTo(out);
        return out.toByteArray();
    }
}
