package io.openalpha.ml.evaluation;

import java.util.Arrays;

/**
 * Returns and trades of the portfolio of top and bottom tenths, day by day.
 *
 * <p>A side holds {@code max(1, floor(n / 10))} places; symbols of equal score share the places they span equally, so
 * that no order among them matters. With a horizon of h days a new portfolio is opened each day with 1/h of the capital
 * and held for h days (N. Jegadeesh and S. Titman, 1993): the day earns {@code Σ w r / h} and trades
 * {@code Σ |w - w'| / h}, where w' are the weights of h days ago. What prices do to weights meanwhile is left out.
 */
final class DecileTrades {

    private final double[] gross;
    private final double[] turnover;

    DecileTrades(OutOfSampleForecasts forecasts, DayRows days, int horizon) {
        gross = new double[days.count()];
        turnover = new double[days.count()];
        double[][] held =
                new double[horizon][Arrays.stream(forecasts.symbols()).max().orElse(0) + 1];
        for (int day = 0; day < gross.length; day++) {
            double[] weights = weights(forecasts, days.start(day), days.start(day + 1), held[0].length);
            for (int row = days.start(day); row < days.start(day + 1); row++) {
                gross[day] += weights[forecasts.symbols()[row]] * forecasts.returns()[row] / horizon;
            }
            turnover[day] = distance(weights, held[day % horizon]) / horizon;
            held[day % horizon] = weights;
        }
    }

    /** By position of the day, as a share of one unit of capital. */
    double[] gross() {
        return gross;
    }

    /** By position of the day, in units of capital. */
    double[] turnover() {
        return turnover;
    }

    private static double[] weights(OutOfSampleForecasts forecasts, int from, int to, int symbols) {
        double[] weights = new double[symbols];
        TiedRanks ranking = TiedRanks.of(forecasts.scores(), from, to);
        int size = ranking.size();
        int places = Math.max(1, size / 10);
        for (int start = 0, end; start < size; start = end) {
            end = ranking.groupEnd(start);
            int high = Math.max(0, end - Math.max(start, size - places));
            int low = Math.max(0, Math.min(end, places) - start);
            double weight = (high - low) / (double) (end - start) / places;
            for (int place = start; place < end; place++) {
                weights[forecasts.symbols()[ranking.row(place)]] = weight;
            }
        }
        return weights;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum;
    }
}
