/** Trained models read back from their bytes. */
@NullMarked
package io.openalpha.ml.learner.reader;

import org.jspecify.annotations.NullMarked;
