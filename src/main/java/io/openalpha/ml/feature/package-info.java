/** What a model learns from: causal features of daily bars, and what came after them. */
@NullMarked
package io.openalpha.ml.feature;

import org.jspecify.annotations.NullMarked;
