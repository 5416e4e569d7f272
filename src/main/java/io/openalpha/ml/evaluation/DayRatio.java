package io.openalpha.ml.evaluation;

/** A mean over rows as a ratio of sums over days: days are drawn as a whole, with all their rows. */
@SuppressWarnings("ArrayRecordComponent")
record DayRatio(double[] numerators, double[] denominators) {

    double value() {
        return sum(numerators) / sum(denominators);
    }

    /** The ratio when each day counts as often as it was drawn; NaN when nothing was drawn that counts. */
    double value(int[] draws) {
        double numerator = 0;
        double denominator = 0;
        for (int day = 0; day < draws.length; day++) {
            numerator += draws[day] * numerators[day];
            denominator += draws[day] * denominators[day];
        }
        return numerator / denominator;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
