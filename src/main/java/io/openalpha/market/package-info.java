/** What a market says: symbols, quotes and bars, and where they are stored. */
@NullMarked
package io.openalpha.market;

import org.jspecify.annotations.NullMarked;
