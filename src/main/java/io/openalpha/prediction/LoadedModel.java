package io.openalpha.prediction;

import io.openalpha.learner.Learned;

/** A model in memory. */
record LoadedModel(ServingModel about, Learned learned) {}
