/** Layers of neurons in plain Java, for scoring. */
@NullMarked
package io.openalpha.learner.dense;

import org.jspecify.annotations.NullMarked;
