package io.openalpha.prediction;

import io.openalpha.feature.FeatureSet;
import io.openalpha.feature.LabelSettings;
import io.openalpha.learner.Learned;
import io.openalpha.learner.Samples;
import io.openalpha.learner.UnreadableModelException;
import io.openalpha.learner.reader.LearnedReader;
import io.openalpha.model.Manifest;
import io.openalpha.model.ModelReader;
import io.openalpha.model.ModelRegistry;
import io.openalpha.model.VersionName;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Brings a published version into memory, if this program can ask it. */
record ModelLoader(ModelRegistry registry, ModelReader reader) {

    /**
     * Loads and tries a model.
     *
     * @throws IOException if it is not one of ours, or was trained on other features
     * @throws RuntimeException if it is missing, damaged or out of reach
     */
    LoadedModel load(VersionName name) throws IOException {
        Manifest manifest = registry.version(name).manifest();
        requireOurFeatures(manifest);
        ServingModel about = new ServingModel(name, label(manifest));
        try (InputStream stored = reader.open(name)) {
            Learned learned = LearnedReader.read(stored);
            requireFit(name, learned);
            return new LoadedModel(about, learned);
        }
    }

    private static void requireOurFeatures(Manifest manifest) throws UnreadableModelException {
        int version = manifest.training().features().version();
        if (version != Integer.parseInt(FeatureSet.VERSION)) {
            throw new UnreadableModelException(
                    "Model %s was trained on features of version %d, and this program computes version %s"
                            .formatted(manifest.version(), version, FeatureSet.VERSION));
        }
    }

    private static LabelSettings label(Manifest manifest) throws UnreadableModelException {
        Map<String, String> settings = manifest.training().settings();
        try {
            return new LabelSettings(
                    LabelSettings.Kind.valueOf(settings.getOrDefault("label", "missing")),
                    Integer.parseInt(settings.getOrDefault("horizon", "missing")));
        } catch (IllegalArgumentException e) {
            throw new UnreadableModelException(
                    "The manifest of model %s does not say what it foresees: %s"
                            .formatted(manifest.version(), e.getMessage()),
                    e);
        }
    }

    private static void requireFit(VersionName name, Learned learned) throws UnreadableModelException {
        if (!learned.algorithm().equals(name.algorithm()) || !learned.features().equals(FeatureSet.labels())) {
            throw new UnreadableModelException(
                    "Model %s holds a %s of the features %s".formatted(name, learned.algorithm(), learned.features()));
        }
        Samples middle = Samples.of(learned.features(), new float[FeatureSet.width()], new byte[1]);
        float probability = learned.probabilities(middle)[0];
        if (!(probability >= 0 && probability <= 1)) {
            throw new UnreadableModelException("Model %s gives a probability of %s".formatted(name, probability));
        }
    }
}
