package io.openalpha.jobs.train;

import io.openalpha.ml.evaluation.Assessment;
import io.openalpha.ml.learner.Calibration;

/**
 * The out-of-sample evaluation of an algorithm.
 *
 * @param calibration for a model of all rows
 */
record AlgorithmTest(Assessment assessment, Calibration calibration) {

    /** There was too little history for any test. */
    static final AlgorithmTest NONE = new AlgorithmTest(Assessment.NONE, Calibration.NONE);
}
