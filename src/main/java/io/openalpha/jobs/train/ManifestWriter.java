package io.openalpha.jobs.train;

import io.openalpha.ml.feature.Dataset;
import io.openalpha.ml.feature.FeatureSet;
import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.TrainedModel;
import io.openalpha.ml.model.ModelFeatures;
import io.openalpha.ml.model.TrainingData;
import io.openalpha.ml.model.TrainingRecord;
import io.openalpha.run.Sha256;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.SpringBootVersion;

/** Records how a model was made. */
record ManifestWriter(TrainingProperties training, Algorithm algorithm, Dataset dataset) {

    TrainingRecord of(Samples samples, TrainedModel model) {
        Map<String, String> settings = settings();
        Map<String, String> provenance = new TreeMap<>(model.provenance());
        provenance.put("settings_sha256", Sha256.hex(Sha256.of(settings.toString())));
        return new TrainingRecord(
                algorithm.name(),
                new ModelFeatures(Integer.parseInt(FeatureSet.VERSION), dataset.features()),
                data(samples),
                settings,
                training.seed(),
                libraries(),
                provenance);
    }

    private TrainingData data(Samples samples) {
        int[] rows = samples.rows();
        return new TrainingData(
                dataset.days().get(dataset.dayOfRow()[rows[0]]),
                dataset.days().get(dataset.dayOfRow()[rows[rows.length - 1]]),
                rows.length,
                dataset.symbols().size(),
                dataset.sha256());
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(algorithm.settings());
        settings.put("label", training.label().name());
        settings.put("horizon", String.valueOf(training.horizon()));
        settings.put("folds", String.valueOf(training.folds()));
        settings.put("first-training-days", String.valueOf(training.firstTrainingDays()));
        settings.put("min-test-days", String.valueOf(training.minTestDays()));
        settings.put("cost-bps", String.valueOf(training.costBps()));
        settings.put("seed", String.valueOf(training.seed()));
        return settings;
    }

    private static Map<String, String> libraries() {
        return Map.of(
                "java", Runtime.version().toString(),
                "spring-boot", SpringBootVersion.getVersion(),
                "openalpha",
                        Optional.ofNullable(ManifestWriter.class.getPackage().getImplementationVersion())
                                .orElse("built from source"));
    }
}
