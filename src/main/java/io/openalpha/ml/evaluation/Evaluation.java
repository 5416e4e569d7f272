package io.openalpha.ml.evaluation;

import java.util.List;

/**
 * How good the forecasts of one model or baseline were, out of sample. Becomes JSON without NaN: figures that do not
 * apply are left out.
 *
 * @param name of the model or baseline
 * @param settings by which it was measured
 * @param pooled over all test days
 * @param folds each on its own, earliest first
 * @param years each calendar year on its own, earliest first
 */
public record Evaluation(String name, EvaluationSettings settings, Slice pooled, List<Slice> folds, List<Slice> years) {

    /** Keeps copies of the lists. */
    public Evaluation {
        folds = List.copyOf(folds);
        years = List.copyOf(years);
    }

    /** The figures over all test days. */
    public Metrics metrics() {
        return pooled.metrics();
    }
}
