/** Alpha Vantage's {@code GLOBAL_QUOTE} as a source of quotes. */
@NullMarked
package io.openalpha.source.alphavantage;

import org.jspecify.annotations.NullMarked;
