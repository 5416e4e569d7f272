package io.openalpha.collection;

import io.openalpha.market.Symbol;
import io.openalpha.source.Answer;
import org.jspecify.annotations.Nullable;

/**
 * A symbol whose fetch has ended.
 *
 * @param answer what the sources said; null if the fetch was given up because the run ends
 */
record Fetched(Symbol symbol, @Nullable Answer answer) {}
