/** Algorithms that learn from labelled rows: the contract that all of them keep. */
@NullMarked
package io.openalpha.ml.learner;

import org.jspecify.annotations.NullMarked;
