package io.openalpha.learner.forest;

import io.openalpha.learner.Learned;
import io.openalpha.learner.Learner;
import io.openalpha.learner.Samples;
import io.openalpha.learner.TrainingProgress;
import io.openalpha.learner.UnreadableModelException;
import io.openalpha.learner.artifact.Artifact;
import io.openalpha.learner.artifact.LearnedModel;
import io.openalpha.learner.artifact.Scaling;
import io.openalpha.learner.tribuo.Provenances;
import io.openalpha.learner.tribuo.SamplesDataset;
import java.util.Map;
import org.tribuo.protos.core.ModelProto;

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
    public Learned train(Samples samples, TrainingProgress progress) {
        samples.requireTrainable();
        Map<String, String> provenance = Provenances.of(settings, samples);
        ForestModel model = new ForestTrainer(settings, progress)
                .train(new SamplesDataset(samples), Provenances.forTribuo(provenance));
        Artifact artifact = new Artifact(ALGORITHM, samples.features(), Scaling.none(), provenance, model.serialize());
        return new LearnedModel(artifact, new ForestScorer(artifact, model.forest()));
    }

    /**
     * A forest from its artifact.
     *
     * @throws UnreadableModelException when there is no sound forest in it
     */
    public static Learned read(Artifact artifact) throws UnreadableModelException {
        ModelProto model = artifact.model();
        try {
            Forest forest = ForestMessage.parse(model.getSerializedData()).forest();
            forest.validate(artifact.features().size());
            return new LearnedModel(artifact, new ForestScorer(artifact, forest));
        } catch (Exception e) {
            throw new UnreadableModelException("The artifact holds no forest: " + e.getMessage(), e);
        }
    }
}
