package io.openalpha.ml.learner.reader;

import io.openalpha.ml.learner.TrainedModel;
import io.openalpha.ml.learner.UnreadableModelException;
import io.openalpha.ml.learner.artifact.Artifact;
import io.openalpha.ml.learner.artifact.ArtifactFormat;
import io.openalpha.ml.learner.forest.RandomForest;
import io.openalpha.ml.learner.linear.LogisticRegression;
import io.openalpha.ml.learner.network.NeuralNetwork;
import java.io.IOException;
import java.io.InputStream;

/** Reads what {@link TrainedModel#writeTo} wrote, whatever the algorithm. */
public final class TrainedModelReader {

    private TrainedModelReader() {}

    /**
     * Reads a model to the end of the stream; does not close.
     *
     * @throws UnreadableModelException when the bytes are no complete artifact, or one that needs a newer program
     * @throws IOException when the stream cannot be read
     */
    public static TrainedModel read(InputStream in) throws IOException {
        Artifact artifact = ArtifactFormat.read(in);
        return switch (artifact.algorithm()) {
            case RandomForest.ALGORITHM -> RandomForest.read(artifact);
            case NeuralNetwork.ALGORITHM -> NeuralNetwork.read(artifact);
            case LogisticRegression.ALGORITHM -> LogisticRegression.read(artifact);
            default ->
                throw new UnreadableModelException(
                        "The algorithm " + artifact.algorithm() + " is not one of this program's");
        };
    }
}
