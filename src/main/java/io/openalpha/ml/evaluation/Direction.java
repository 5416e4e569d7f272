package io.openalpha.ml.evaluation;

/**
 * The secondary figure: forecasts read as "the price rises or not".
 *
 * @param accuracy share of rows where that was right
 * @param alwaysUp share of rows that rose: what "always up" gets right
 */
public record Direction(Estimate accuracy, double alwaysUp) {}
