package io.openalpha.ml.prediction;

import io.openalpha.ml.model.VersionName;

/** Told what becomes of the models that are to serve; every bean of this kind is. Called by the thread that loads models. */
public interface ModelEvents {

    /** A version was loaded and answers from now on. */
    default void serving(VersionName version) {}

    /**
     * A version is to serve and cannot be loaded; what served before goes on. Told once, until the problem is another one.
     *
     * @param problem one sentence
     */
    default void refused(VersionName version, String problem) {}
}
