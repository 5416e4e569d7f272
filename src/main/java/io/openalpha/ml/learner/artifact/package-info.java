/** A trained model as bytes, and what scores rows with it. */
@NullMarked
package io.openalpha.ml.learner.artifact;

import org.jspecify.annotations.NullMarked;
