/** Layers of neurons in plain Java, for scoring. */
@NullMarked
package io.openalpha.ml.learner.dense;

import org.jspecify.annotations.NullMarked;
