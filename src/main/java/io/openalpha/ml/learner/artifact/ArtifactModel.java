package io.openalpha.ml.learner.artifact;

import io.openalpha.ml.learner.Calibration;
import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.TrainedModel;
import io.openalpha.ml.learner.work.Workers;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * An artifact and what scores with it.
 *
 * @param artifact all that is saved
 * @param scorer made from the artifact alone, so that a model that was read back scores as before
 */
public record ArtifactModel(Artifact artifact, Scorer scorer) implements TrainedModel {

    /** Rows scored at a time. */
    private static final int BLOCK = 4096;

    @Override
    public String algorithm() {
        return artifact.algorithm();
    }

    @Override
    public List<String> features() {
        return artifact.features();
    }

    @Override
    public float[] probabilities(Samples samples) {
        if (!samples.features().equals(features())) {
            throw new IllegalArgumentException(
                    "The model was trained on " + features() + " and cannot score " + samples.features());
        }
        samples.requireFinite();
        float[] probabilities = new float[samples.size()];
        int blocks = (samples.size() + BLOCK - 1) / BLOCK;
        Workers.run(Runtime.getRuntime().availableProcessors(), blocks, block -> {
            int from = block * BLOCK;
            int to = Math.min(samples.size(), from + BLOCK);
            scorer.score(samples, from, to, probabilities);
            for (int i = from; i < to; i++) {
                probabilities[i] = artifact.calibration().apply(probabilities[i]);
            }
        });
        return probabilities;
    }

    @Override
    public TrainedModel calibrated(Calibration calibration) {
        return new ArtifactModel(artifact.with(calibration), scorer);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        ArtifactFormat.write(artifact, out);
    }

    @Override
    public Map<String, String> provenance() {
        return artifact.provenance();
    }
}
