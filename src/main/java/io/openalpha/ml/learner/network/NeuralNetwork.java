package io.openalpha.ml.learner.network;

import io.openalpha.ml.learner.Learner;
import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.TrainedModel;
import io.openalpha.ml.learner.TrainingProgress;
import io.openalpha.ml.learner.UnreadableModelException;
import io.openalpha.ml.learner.artifact.Artifact;
import io.openalpha.ml.learner.artifact.ArtifactModel;
import io.openalpha.ml.learner.artifact.Scaling;
import io.openalpha.ml.learner.dense.DenseScorer;
import io.openalpha.ml.learner.dense.Layer;
import io.openalpha.ml.learner.tribuo.Provenances;
import java.util.List;
import java.util.Map;
import org.tensorflow.TensorFlow;
import org.tribuo.protos.core.ModelProto;

/**
 * Multi-layer perceptrons that TensorFlow trains, of which the model is the mean. The samples' features are scaled
 * first. Each member is trained on one thread, so that on one machine the same seed gives the same weights; another
 * processor may round otherwise, and what that changes grows with every batch.
 */
public final class NeuralNetwork implements Learner {

    /** Its name. */
    public static final String ALGORITHM = "neural_network";

    private final NetworkSettings settings;

    /** A network with these settings. */
    public NeuralNetwork(NetworkSettings settings) {
        this.settings = settings;
    }

    @Override
    public String algorithm() {
        return ALGORITHM;
    }

    @Override
    public TrainedModel train(Samples samples, TrainingProgress progress) {
        samples.requireTrainable();
        Map<String, String> provenance = Provenances.of(settings, samples);
        provenance.put("tensorflow_version", TensorFlow.version());
        Scaling scaling = Scaling.of(samples);
        ModelProto model =
                new MemberTraining(settings, samples, scaling, progress).run(Provenances.forTribuo(provenance));
        return learned(new Artifact(ALGORITHM, samples.features(), scaling, provenance, model));
    }

    /**
     * A network from its artifact.
     *
     * @throws UnreadableModelException when there is no sound network in it
     */
    public static TrainedModel read(Artifact artifact) throws UnreadableModelException {
        try {
            return learned(artifact);
        } catch (RuntimeException e) {
            throw new UnreadableModelException("The artifact holds no network: " + e.getMessage(), e);
        }
    }

    private static TrainedModel learned(Artifact artifact) {
        List<List<Layer>> members = MemberLayers.of(artifact.model(), artifact.columns());
        return new ArtifactModel(
                artifact,
                new DenseScorer(members, artifact.scaling(), artifact.features().size()));
    }
}
