/** Trained models: their versions, what is known of each, where they are stored, and which of them serves. */
@NullMarked
package io.openalpha.ml.model;

import org.jspecify.annotations.NullMarked;
