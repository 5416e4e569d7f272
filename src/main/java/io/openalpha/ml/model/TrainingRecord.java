package io.openalpha.ml.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a model was made, so that it could be made again.
 *
 * @param algorithm such as {@code random_forest}
 * @param features what it looks at
 * @param data what it learned from
 * @param settings every setting that affects the result, by name
 * @param seed of all random numbers
 * @param libraries versions of what trained it, by name
 * @param provenance what the learner says of the model, by name
 */
public record TrainingRecord(
        String algorithm,
        ModelFeatures features,
        TrainingData data,
        Map<String, String> settings,
        long seed,
        Map<String, String> libraries,
        Map<String, String> provenance) {

    public TrainingRecord {
        settings = sorted(settings);
        libraries = sorted(libraries);
        provenance = sorted(provenance);
    }

    /** Always in the same order, so that equal records are equal files. */
    private static Map<String, String> sorted(Map<String, String> values) {
        return Collections.unmodifiableMap(new TreeMap<>(values));
    }
}
