package io.openalpha.ml.learner;

/** Receives the progress of a training. Called from the training's own threads, several at a time. */
@FunctionalInterface
public interface TrainingProgress {

    /** Ignores the progress. */
    TrainingProgress IGNORED = (unit, done, total) -> true;

    /**
     * Takes note.
     *
     * @param unit what is counted, in the plural, such as {@code trees}
     * @return whether to go on
     */
    boolean goesOn(String unit, int done, int total);

    /** Reports, and throws {@link TrainingStoppedException} when the training is not to go on. */
    default void report(String unit, int done, int total) {
        if (!goesOn(unit, done, total)) {
            throw new TrainingStoppedException(unit, done, total);
        }
    }
}
