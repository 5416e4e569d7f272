/** Regularised logistic regression. */
@NamedInterface("linear")
@NullMarked
package io.openalpha.learner.linear;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
