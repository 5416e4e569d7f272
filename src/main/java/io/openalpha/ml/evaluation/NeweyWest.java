package io.openalpha.ml.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * The mean of a series of days with a standard error that allows for heteroscedasticity and autocorrelation:
 * {@code se² = (g0 + 2 Σ (1 - l / (L + 1)) g_l) / T} over the lags l = 1 to L, where {@code g_l} is the autocovariance
 * with divisor T (W. K. Newey and K. D. West, 1987).
 *
 * <p>L is the larger of {@code floor(4 (T / 100)^(2/9))} (Newey and West, 1994) and horizon - 1, over which returns
 * overlap, but below T.
 *
 * @param deviation standard deviation with divisor T - 1; 0 for one day
 */
record NeweyWest(double mean, double deviation, double standardError, int lag, int days) {

    static NeweyWest of(double[] series, int horizon) {
        int days = series.length;
        int rule = (int) Math.floor(4 * Math.pow(days / 100.0, 2.0 / 9));
        int lag = Math.min(Math.max(rule, horizon - 1), days - 1);
        double mean = mean(series);
        double sum = autocovariance(series, mean, 0);
        double deviation = days == 1 ? 0 : Math.sqrt(sum * days / (days - 1));
        for (int l = 1; l <= lag; l++) {
            sum += 2 * (1 - l / (lag + 1.0)) * autocovariance(series, mean, l);
        }
        return new NeweyWest(mean, deviation, Math.sqrt(Math.max(sum, 0) / days), lag, days);
    }

    /** Mean over standard error; null when the error is zero. */
    @Nullable
    Double t() {
        return ratio(mean, standardError);
    }

    /** Mean over standard deviation; null when that is zero. */
    @Nullable
    Double informationRatio() {
        return ratio(mean, deviation);
    }

    private static @Nullable Double ratio(double numerator, double denominator) {
        double ratio = numerator / denominator;
        return Double.isFinite(ratio) ? ratio : null;
    }

    private static double mean(double[] series) {
        double sum = 0;
        for (double value : series) {
            sum += value;
        }
        return sum / series.length;
    }

    private static double autocovariance(double[] series, double mean, int lag) {
        double sum = 0;
        for (int t = lag; t < series.length; t++) {
            sum += (series[t] - mean) * (series[t - lag] - mean);
        }
        return sum / series.length;
    }
}
