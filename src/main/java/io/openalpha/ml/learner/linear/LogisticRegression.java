package io.openalpha.ml.learner.linear;

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
import io.openalpha.ml.learner.tribuo.SamplesDataset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.protos.core.ModelProto;

/**
 * Logistic regression with a penalty on squared weights, by Tribuo: the baseline that the other algorithms have to
 * beat. The same samples and settings give the same weights.
 */
public final class LogisticRegression implements Learner {

    /** Its name. */
    public static final String ALGORITHM = "logistic_regression";

    private static final int SILENT = -1;

    private final LogisticSettings settings;

    /** A regression with these settings. */
    public LogisticRegression(LogisticSettings settings) {
        this.settings = settings;
    }

    @Override
    public String algorithm() {
        return ALGORITHM;
    }

    @Override
    public TrainedModel train(Samples samples, TrainingProgress progress) {
        samples.requireTrainable();
        progress.report("regressions", 0, 1);
        Map<String, String> provenance = Provenances.of(settings, samples);
        Scaling scaling = Scaling.of(samples);
        SamplesDataset dataset = SamplesDataset.shuffled(drawn(samples), scaling, settings.seed());
        ModelProto model =
                trainer().train(dataset, Provenances.forTribuo(provenance)).serialize();
        progress.report("regressions", 1, 1);
        return learned(new Artifact(ALGORITHM, samples.features(), scaling, provenance, model));
    }

    private LinearSGDTrainer trainer() {
        // Tribuo adds up the gradients of a batch and multiplies the sum by the batch's size once more.
        double penalty = settings.l2() * settings.batch() * settings.batch();
        return new LinearSGDTrainer(
                new LogMulticlass(),
                new PenalisedAdaGrad(settings.learningRate(), penalty),
                settings.epochs(),
                SILENT,
                settings.batch(),
                settings.seed());
    }

    /** As many rows as allowed, each with the same chance. */
    Samples drawn(Samples samples) {
        int[] rows = samples.rows();
        if (rows.length <= settings.maxRows()) {
            return samples;
        }
        SplittableRandom random = new SplittableRandom(settings.seed());
        int[] left = {settings.maxRows()};
        return samples.subset(IntStream.range(0, rows.length)
                .filter(i -> random.nextInt(rows.length - i) < left[0] && left[0]-- > 0)
                .map(i -> rows[i])
                .toArray());
    }

    /**
     * A regression from its artifact.
     *
     * @throws UnreadableModelException when there is no sound regression in it
     */
    public static TrainedModel read(Artifact artifact) throws UnreadableModelException {
        try {
            return learned(artifact);
        } catch (RuntimeException e) {
            throw new UnreadableModelException("The artifact holds no regression: " + e.getMessage(), e);
        }
    }

    private static TrainedModel learned(Artifact artifact) {
        List<Layer> layers = List.of(LinearWeights.of(artifact.model()).onColumns(artifact.columns()));
        return new ArtifactModel(
                artifact,
                new DenseScorer(
                        List.of(layers), artifact.scaling(), artifact.features().size()));
    }
}
