/** Holds an answer of a source, or a file, against itself and what is stored, before it replaces anything. */
@NullMarked
package io.openalpha.market.plausibility;

import org.jspecify.annotations.NullMarked;
