package io.openalpha.jobs.train;

/**
 * What a feature is worth to a model: how much of its AUC is lost when the feature's values are put in random order (L. Breiman,
 * 2001, for forests).
 *
 * @param aucLoss of the last fold's model on its test rows
 */
record Importance(String feature, double aucLoss) {}
