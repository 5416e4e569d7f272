package io.openalpha.ml.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.openalpha.ml.evaluation.Assessment;
import io.openalpha.ml.evaluation.Evaluations;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Models for tests. */
final class Trained {

    static final byte[] MODEL = "a model".getBytes(UTF_8);

    static final Assessment EVALUATION = Evaluations.assessment("random_forest", 0.015, 2.5);

    private Trained() {}

    static TrainingRecord forest() {
        return record("random_forest");
    }

    static TrainingRecord record(String algorithm) {
        return new TrainingRecord(
                algorithm,
                new ModelFeatures(1, List.of("return_1", "return_5")),
                new TrainingData(
                        LocalDate.of(2016, 11, 21), LocalDate.of(2026, 11, 20), 1_200_000, 481, "ab".repeat(32)),
                Map.of("trees", "100", "depth", "10"),
                42,
                Map.of("openalpha", "0.1.0", "tribuo", "4.3.2"),
                Map.of("trainer", "forest"));
    }
}
