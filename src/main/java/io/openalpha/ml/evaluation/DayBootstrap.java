package io.openalpha.ml.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Intervals by the stationary bootstrap (D. N. Politis and J. P. Romano, 1994): whole days are drawn in blocks of
 * random length, so that neither the likeness of one day's rows nor that of neighbouring days narrows an interval.
 *
 * <p>Blocks have the mean length {@code max(T^(1/3), horizon + 1)} (the order of T after P. Hall, J. L. Horowitz and
 * B.-Y. Jing, 1995) and wrap around the end; the interval is between the 2.5 % and 97.5 % quantiles of the resamples.
 */
final class DayBootstrap {

    /** Fewer days than this say too little about their own spread. */
    static final int MIN_DAYS = 20;

    /** How often each resample holds each day. */
    private final int[][] draws;

    DayBootstrap(int days, EvaluationSettings settings) {
        SplittableRandom random = new SplittableRandom(settings.seed());
        double restart = 1 / Math.max(Math.cbrt(days), settings.horizon() + 1);
        draws = new int[days < MIN_DAYS ? 0 : settings.resamples()][];
        Arrays.setAll(draws, i -> draw(days, restart, random));
    }

    Estimate mean(double[] numerators, double[] denominators) {
        DayRatio ratio = new DayRatio(numerators, denominators);
        return interval(
                ratio.value(), Arrays.stream(draws).mapToDouble(ratio::value).toArray());
    }

    /**
     * Of a statistic of two samples that is the mean of each: the resampled one is, to first order, the sum of both
     * resampled means less the statistic.
     */
    Estimate twoSample(DayRatio first, DayRatio second) {
        double value = first.value();
        return interval(
                value,
                Arrays.stream(draws)
                        .mapToDouble(days -> first.value(days) + second.value(days) - value)
                        .toArray());
    }

    private static int[] draw(int days, double restart, SplittableRandom random) {
        int[] counts = new int[days];
        int day = random.nextInt(days);
        for (int i = 0; i < days; i++) {
            counts[day]++;
            day = random.nextDouble() < restart ? random.nextInt(days) : (day + 1) % days;
        }
        return counts;
    }

    private static Estimate interval(double value, double[] resampled) {
        double[] sorted =
                Arrays.stream(resampled).filter(Double::isFinite).sorted().toArray();
        return sorted.length == 0
                ? new Estimate(value, null, null)
                : new Estimate(value, quantile(sorted, 0.025), quantile(sorted, 0.975));
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
