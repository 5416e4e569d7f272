package io.openalpha.ml.prediction;

import io.openalpha.ml.feature.FeatureSet;
import io.openalpha.ml.feature.LabelSettings;
import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.TrainedModel;
import io.openalpha.ml.learner.UnreadableModelException;
import io.openalpha.ml.learner.reader.TrainedModelReader;
import io.openalpha.ml.model.Manifest;
import io.openalpha.ml.model.ModelReader;
import io.openalpha.ml.model.ModelRegistry;
import io.openalpha.ml.model.VersionName;
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
            TrainedModel trainedModel = TrainedModelReader.read(stored);
            requireFit(name, trainedModel);
            return new LoadedModel(about, trainedModel);
        }
    }

    private static void requireOurFeatures(Manifest manifest) throws UnreadableModelException {
        int version = manifest.training().features().version();
        if (version != Integer.parseInt(FeatureSet.VERSION)) {
            throw new UnreadableModelException(
                    "Model %s was trained on features of version %s, and this program computes version %s"
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

    private static void requireFit(VersionName name, TrainedModel trainedModel) throws UnreadableModelException {
        if (!trainedModel.algorithm().equals(name.algorithm())
                || !trainedModel.features().equals(FeatureSet.labels())) {
            throw new UnreadableModelException("Model %s holds a %s of the features %s"
                    .formatted(name, trainedModel.algorithm(), trainedModel.features()));
        }
        Samples middle = Samples.of(trainedModel.features(), new float[FeatureSet.width()], new byte[1]);
        float probability = trainedModel.probabilities(middle)[0];
        if (!(probability >= 0 && probability <= 1)) {
            throw new UnreadableModelException("Model %s gives a probability of %s".formatted(name, probability));
        }
    }
}
