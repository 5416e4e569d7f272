/** The collection job: the latest price and volume of every enabled symbol, into PostgreSQL. */
@NullMarked
package io.openalpha.jobs.collect;

import org.jspecify.annotations.NullMarked;
