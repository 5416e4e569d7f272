package io.openalpha.ml.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What a model card says of how the model was made. */
final class TrainingSections {

    private static final List<String> NAME_AND_VALUE = List.of("Name", "Value");

    private TrainingSections() {}

    static Stream<CardSection> of(Manifest manifest) {
        TrainingRecord training = manifest.training();
        return Stream.of(
                data(training.data()),
                features(training.features()),
                settings(training),
                values("Libraries", training.libraries()),
                values("Provenance", training.provenance()),
                artifact(manifest.model()));
    }

    private static CardSection data(TrainingData data) {
        return new CardSection(
                "Data",
                List.of(
                        String.format(
                                Locale.ROOT,
                                "%,d rows of %,d symbols, from %s to %s.",
                                data.rows(),
                                data.symbols(),
                                data.first(),
                                data.last()),
                        "SHA-256 of data, features and label: " + data.sha256()),
                null);
    }

    private static CardSection features(ModelFeatures features) {
        return new CardSection(
                "Features",
                List.of(
                        "%s features of version %s, in this order:"
                                .formatted(features.names().size(), features.version()),
                        String.join(", ", features.names())),
                null);
    }

    private static CardSection settings(TrainingRecord training) {
        return new CardSection(
                "Settings",
                List.of("Seed: " + training.seed()),
                CardTable.of(NAME_AND_VALUE, rows(training.settings())));
    }

    private static CardSection values(String title, Map<String, String> values) {
        return new CardSection(title, List.of(), CardTable.of(NAME_AND_VALUE, rows(values)));
    }

    private static List<List<String>> rows(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> List.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static CardSection artifact(Digest model) {
        return new CardSection(
                "Artifact",
                List.of(String.format(
                        Locale.ROOT,
                        "%s of %,d bytes, SHA-256 %s",
                        ArtifactStore.MODEL,
                        model.bytes(),
                        model.sha256())),
                null);
    }
}
