/** The random forest, on histograms of binned features. */
@NamedInterface("forest")
@NullMarked
package io.openalpha.learner.forest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
