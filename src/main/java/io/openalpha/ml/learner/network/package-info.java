/** The neural network, the mean of several that TensorFlow trains. */
@NullMarked
package io.openalpha.ml.learner.network;

import org.jspecify.annotations.NullMarked;
