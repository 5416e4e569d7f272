package io.openalpha.learner.reader;

import io.openalpha.learner.Learned;
import io.openalpha.learner.UnreadableModelException;
import io.openalpha.learner.artifact.Artifact;
import io.openalpha.learner.artifact.ArtifactFormat;
import io.openalpha.learner.forest.RandomForest;
import io.openalpha.learner.linear.LogisticRegression;
import io.openalpha.learner.network.NeuralNetwork;
import java.io.IOException;
import java.io.InputStream;

/** Reads what {@link Learned#writeTo} wrote, whatever the algorithm. */
public final class LearnedReader {

    private LearnedReader() {}

    /**
     * Reads a model to the end of the stream; does not close.
     *
     * @throws UnreadableModelException when the bytes are not all of a model of ours, or of one that only a newer program knows
     * @throws IOException when the stream cannot be read
     */
    public static Learned read(InputStream in) throws IOException {
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
