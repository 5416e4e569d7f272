package io.openalpha.ml.evaluation;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much each feature is worth to a model: how much of a metric is lost when the feature's values are put in random
 * order (L. Breiman, 2001, for forests).
 *
 * @param metric what is lost, such as {@code AUC}
 * @param drops the loss by feature, largest first; below zero for a feature that does harm
 */
public record Importance(String metric, Map<String, Double> drops) {

    /** Puts the drops in order: the database keeps no order of fields. */
    public Importance {
        Map<String, Double> sorted = new LinkedHashMap<>();
        drops.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(drop -> sorted.put(drop.getKey(), drop.getValue()));
        drops = Collections.unmodifiableMap(sorted);
    }
}
