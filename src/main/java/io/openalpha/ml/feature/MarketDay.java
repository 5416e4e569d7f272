package io.openalpha.ml.feature;

/**
 * The market on one day.
 *
 * @param meanReturn mean log return since the day before
 * @param volatility standard deviation of the mean return; NaN where too few days went before
 */
record MarketDay(double meanReturn, double volatility) {

    boolean isKnown() {
        return !Double.isNaN(volatility);
    }
}
