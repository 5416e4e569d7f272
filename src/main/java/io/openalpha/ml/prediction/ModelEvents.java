package io.openalpha.ml.prediction;

import io.openalpha.ml.model.VersionName;

/**
 * Listens to the models that serve. Every bean of this type is called, by the thread that loads models.
 */
public interface ModelEvents {

    /** A version was loaded and answers from now on. */
    default void serving(VersionName version) {}

    /**
     * A version is to serve and cannot be loaded; the version before it goes on serving. Called once per problem.
     *
     * @param problem one sentence
     */
    default void refused(VersionName version, String problem) {}
}
