package io.openalpha.ml.learner;

/** An algorithm with its settings. It keeps nothing between trainings and may be used by several threads. */
public interface Learner {

    /** The algorithm's name as in the names of artifacts, such as {@code random_forest}. */
    String algorithm();

    /**
     * Trains on all of the samples. The same samples and settings give the same model, as closely as the algorithm
     * promises.
     *
     * @throws IllegalArgumentException for samples without rows, of one label only, or with NaN or infinity
     * @throws TrainingStoppedException when the progress said so
     */
    TrainedModel train(Samples samples, TrainingProgress progress);
}
