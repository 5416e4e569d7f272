package io.openalpha.ml.learner.forest;

/**
 * A way to split a node.
 *
 * @param bin the last bin that goes left
 * @param left mass of what goes left
 * @param worth the larger the better
 */
record Split(int feature, int bin, long left, double worth) {}
