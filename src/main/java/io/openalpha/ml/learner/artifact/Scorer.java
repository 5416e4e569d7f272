package io.openalpha.ml.learner.artifact;

import io.openalpha.ml.learner.Samples;

/** Computes probabilities for rows whose features are those of the training. */
@FunctionalInterface
public interface Scorer {

    /** Fills in the probabilities of rows {@code from} to {@code to} − 1. Called by several threads. */
    void score(Samples samples, int from, int to, float[] probabilities);
}
