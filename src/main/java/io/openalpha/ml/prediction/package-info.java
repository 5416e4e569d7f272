/** Predictions from the newest stored bars by the models that serve. */
@NullMarked
package io.openalpha.ml.prediction;

import org.jspecify.annotations.NullMarked;
