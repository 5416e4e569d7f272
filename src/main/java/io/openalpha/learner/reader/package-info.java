/** Trained models read back from their bytes. */
@NamedInterface("reader")
@NullMarked
package io.openalpha.learner.reader;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
