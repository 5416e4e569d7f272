/** The random forest, on histograms of binned features. */
@NullMarked
package io.openalpha.ml.learner.forest;

import org.jspecify.annotations.NullMarked;
