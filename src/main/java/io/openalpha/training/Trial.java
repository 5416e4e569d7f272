package io.openalpha.training;

import io.openalpha.evaluation.Comparison;
import io.openalpha.evaluation.ControlResult;
import io.openalpha.evaluation.PairedComparison;
import io.openalpha.learner.Calibration;
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
record Trial(
        @Nullable Comparison comparison,
        @Nullable ControlResult control,
        @Nullable PairedComparison versusChampion,
        Calibration calibration,
        List<Importance> importance) {

    /** There was too little history for any test. */
    static final Trial NONE = new Trial(null, null, null, Calibration.NONE, List.of());
}
