/** Samples as Tribuo sees them, one example at a time and none of them kept. */
@NullMarked
package io.openalpha.ml.learner.tribuo;

import org.jspecify.annotations.NullMarked;
