/** Work spread over a few threads. */
@NullMarked
package io.openalpha.ml.learner.work;

import org.jspecify.annotations.NullMarked;
