package io.openalpha.ml.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * A version that would like to serve, with all that is known about it.
 *
 * @param comparison its evaluation beside the baselines'; null when history was too short for any fold
 * @param versusChampion null when no version of its algorithm serves
 * @param control of its algorithm; null when it was not measured
 * @param reloadedIdentically whether the artifact, read back, gives the very same forecasts
 * @param firstVersion whether it is the first of its algorithm
 */
public record Candidate(
        @Nullable BaselineComparison comparison,
        @Nullable PairedComparison versusChampion,
        @Nullable ControlResult control,
        boolean reloadedIdentically,
        boolean firstVersion) {

    /** Trading days it was tested on. */
    int testDays() {
        return comparison == null ? 0 : comparison.model().metrics().days();
    }
}
