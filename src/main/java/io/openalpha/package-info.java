/** OpenAlpha: market data and models as batch jobs. */
@NullMarked
package io.openalpha;

import org.jspecify.annotations.NullMarked;
