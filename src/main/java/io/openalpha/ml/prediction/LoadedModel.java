package io.openalpha.ml.prediction;

import io.openalpha.ml.learner.TrainedModel;

/** A model in memory. */
record LoadedModel(ServingModel about, TrainedModel trainedModel) {}
