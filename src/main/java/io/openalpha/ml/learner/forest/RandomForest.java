package io.openalpha.ml.learner.forest;

import io.openalpha.ml.learner.Learner;
import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.TrainedModel;
import io.openalpha.ml.learner.TrainingProgress;
import io.openalpha.ml.learner.UnreadableModelException;
import io.openalpha.ml.learner.artifact.Artifact;
import io.openalpha.ml.learner.artifact.ArtifactModel;
import io.openalpha.ml.learner.artifact.Scaling;
import io.openalpha.ml.learner.tribuo.Provenances;
import java.util.Map;

/** Random forest: the same samples and settings give the same bits. */
public final class RandomForest implements Learner {

    /** Its name. */
    public static final String ALGORITHM = "random_forest";

    private final ForestSettings settings;

    /** A forest with these settings. */
    public RandomForest(ForestSettings settings) {
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
        Forest forest = ForestGrower.grow(samples, settings, progress);
        Artifact artifact =
                new Artifact(ALGORITHM, samples.features(), Scaling.none(), provenance, ForestMessage.of(forest));
        return new ArtifactModel(artifact, new ForestScorer(artifact, forest));
    }

    /**
     * A forest from its artifact.
     *
     * @throws UnreadableModelException when there is no sound forest in it
     */
    public static TrainedModel read(Artifact artifact) throws UnreadableModelException {
        try {
            Forest forest = ForestMessage.parse(artifact.model());
            forest.validate(artifact.features().size());
            return new ArtifactModel(artifact, new ForestScorer(artifact, forest));
        } catch (Exception e) {
            throw new UnreadableModelException("The artifact holds no forest: " + e.getMessage(), e);
        }
    }
}
