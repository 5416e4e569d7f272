/** Regularised logistic regression. */
@NullMarked
package io.openalpha.ml.learner.linear;

import org.jspecify.annotations.NullMarked;
