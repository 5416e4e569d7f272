/**
 * What the service tells Prometheus: not of itself alone, but of all runs, sources, data and models, as the database
 * knows them.
 */
@NullMarked
package io.openalpha.ops.metrics;

import org.jspecify.annotations.NullMarked;
