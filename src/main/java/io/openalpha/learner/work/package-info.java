/** Work spread over a few threads. */
@NullMarked
package io.openalpha.learner.work;

import org.jspecify.annotations.NullMarked;
