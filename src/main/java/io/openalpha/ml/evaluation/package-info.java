/**
 * Judges forecasts: walk-forward folds, metrics with errors clustered by day, baselines, and the rule of promotion.
 *
 * <p>Mathematics on arrays, and records that become JSON; it knows neither models nor databases.
 */
@NullMarked
package io.openalpha.ml.evaluation;

import org.jspecify.annotations.NullMarked;
