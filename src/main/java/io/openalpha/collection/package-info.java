/** The collection job: the latest price and volume of every enabled symbol, into PostgreSQL. */
@NullMarked
package io.openalpha.collection;

import org.jspecify.annotations.NullMarked;
