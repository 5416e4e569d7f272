package io.openalpha.ml.learner;

/** A training was asked to stop. What it had learned is lost. */
public final class TrainingStoppedException extends RuntimeException {

    TrainingStoppedException(String unit, int done, int total) {
        super("Training was stopped after " + done + " of " + total + " " + unit);
    }
}
