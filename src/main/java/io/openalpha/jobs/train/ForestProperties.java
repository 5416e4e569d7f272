package io.openalpha.jobs.train;

import io.openalpha.ml.learner.forest.ForestSettings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the random forest, {@code openalpha.training.forest.*}.
 *
 * @param trees number of trees
 * @param maxDepth splits between the root and a leaf at most
 * @param featuresPerSplit features drawn for each split; 0 for the square root of their number
 * @param minLeaf rows that a leaf has at least
 * @param bins intervals that a feature's values are sorted into
 */
public record ForestProperties(
        @DefaultValue("100") @Min(1) @Max(10_000) int trees,
        @DefaultValue("10") @Min(1) @Max(30) int maxDepth,
        @DefaultValue("0") @Min(0) int featuresPerSplit,
        @DefaultValue("50") @Min(1) int minLeaf,
        @DefaultValue("255") @Min(2) @Max(255) int bins) {

    ForestSettings settings(long seed, int threads) {
        return new ForestSettings(trees, maxDepth, featuresPerSplit, minLeaf, bins, seed, threads);
    }

    /** A smaller forest, which is enough for the shuffled control. */
    ForestProperties control() {
        return new ForestProperties(Math.min(trees, 20), maxDepth, featuresPerSplit, minLeaf, bins);
    }

    /** The settings that affect the result, by name. */
    Map<String, String> asMap() {
        return Map.of(
                "trees", String.valueOf(trees),
                "max-depth", String.valueOf(maxDepth),
                "features-per-split", String.valueOf(featuresPerSplit),
                "min-leaf", String.valueOf(minLeaf),
                "bins", String.valueOf(bins));
    }
}
