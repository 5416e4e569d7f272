package io.openalpha.ml.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A model beside its baselines, on the same rows.
 *
 * @param baselines in the order in which people shall read them
 */
public record BaselineComparison(Evaluation model, List<Evaluation> baselines) {

    /**
     * Keeps a copy of the list.
     *
     * @throws IllegalArgumentException when a baseline was measured on another number of rows or days
     */
    public BaselineComparison {
        baselines = List.copyOf(baselines);
        for (Evaluation baseline : baselines) {
            if (baseline.metrics().rows() != model.metrics().rows()
                    || baseline.metrics().days() != model.metrics().days()) {
                throw new IllegalArgumentException(
                        "BaselineComparison: %s and %s are of different rows".formatted(model.name(), baseline.name()));
            }
        }
    }

    /** In plain sentences what the model is worth, and where it is not worth more than a baseline. */
    public List<String> verdict() {
        return new ComparisonSummary(this).sentences();
    }

    /** The better of the reversals by mean rank IC, if any was measured. */
    Optional<Evaluation> bestReversal() {
        return baselines.stream()
                .filter(baseline -> Stream.of(Baseline.values())
                        .anyMatch(known -> known.isReversal() && known.title().equals(baseline.name())))
                .filter(baseline -> baseline.metrics().rankIc() != null)
                .max(Comparator.comparingDouble(
                        baseline -> Figures.meanRankIc(baseline).orElseThrow()));
    }
}
