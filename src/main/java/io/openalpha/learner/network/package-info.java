/** The neural network, the mean of several that TensorFlow trains. */
@NamedInterface("network")
@NullMarked
package io.openalpha.learner.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
