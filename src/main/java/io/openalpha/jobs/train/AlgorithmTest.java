package io.openalpha.jobs.train;

import io.openalpha.ml.evaluation.BaselineComparison;
import io.openalpha.ml.evaluation.ControlResult;
import io.openalpha.ml.evaluation.PairedComparison;
import io.openalpha.ml.learner.Calibration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an algorithm fared on days that it had not seen.
 *
 * @param comparison its evaluation beside the baselines'
 * @param control the same algorithm after learning from shuffled labels
 * @param versusChampion null when no version of the algorithm serves
 * @param calibration how sure a model of all rows should be
 * @param importance of every feature, the most important first
 */
record AlgorithmTest(
        @Nullable BaselineComparison comparison,
        @Nullable ControlResult control,
        @Nullable PairedComparison versusChampion,
        Calibration calibration,
        List<Importance> importance) {

    /** There was too little history for any test. */
    static final AlgorithmTest NONE = new AlgorithmTest(null, null, null, Calibration.NONE, List.of());
}
