package io.openalpha.ml.evaluation;

/**
 * A version that may be promoted, with all that is known about it.
 *
 * @param assessment what its training measured
 * @param reloadedIdentically whether the artifact, read back, gives the very same forecasts
 * @param firstVersion whether it is the first of its algorithm
 */
public record Candidate(Assessment assessment, boolean reloadedIdentically, boolean firstVersion) {

    /** Trading days it was tested on. */
    int testDays() {
        Metrics metrics = assessment.metrics();
        return metrics == null ? 0 : metrics.days();
    }
}
