package io.openalpha.ml.evaluation;

/**
 * Spearman's rank correlation: Pearson's correlation of the ranks, where equal values share the mean of theirs
 * (C. Spearman, 1904; with ties M. G. Kendall, <i>Rank Correlation Methods</i>, 1948).
 *
 * <p>Between the forecasts and the returns of one day it is that day's information coefficient (R. C. Grinold and R. N.
 * Kahn, <i>Active Portfolio Management</i>, 1999, chapter 6).
 */
final class RankCorrelation {

    private RankCorrelation() {}

    /** Of each day's scores and returns, by position of the day. A day that ranks nothing, for all are equal, has 0. */
    static double[] byDay(OutOfSampleForecasts forecasts, DayRows days) {
        double[] correlations = new double[days.count()];
        for (int day = 0; day < correlations.length; day++) {
            correlations[day] = of(forecasts.scores(), forecasts.returns(), days.start(day), days.start(day + 1));
        }
        return correlations;
    }

    /** Of {@code x[from..to)} and {@code y[from..to)}, -1 to 1; 0 when one of them is constant. */
    static double of(float[] x, float[] y, int from, int to) {
        double[] a = TiedRanks.of(x, from, to).midranks();
        double[] b = TiedRanks.of(y, from, to).midranks();
        double mean = (a.length + 1) / 2.0;
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - mean) * (b[i] - mean);
            aa += (a[i] - mean) * (a[i] - mean);
            bb += (b[i] - mean) * (b[i] - mean);
        }
        return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
    }
}
