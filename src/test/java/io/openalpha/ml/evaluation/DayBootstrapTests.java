package io.openalpha.ml.evaluation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DayBootstrapTests {

    private static final int DAYS = 1_000;
    private static final EvaluationSettings SETTINGS = new EvaluationSettings(1, 5, 2_000, 1);

    /** Half of a 95 % interval of the mean of independent uniform days: 1.96 sqrt(1/12) / sqrt(days). */
    private static final double INDEPENDENT = 1.96 * Math.sqrt(1 / 12.0 / DAYS);

    private final DayBootstrap bootstrap = new DayBootstrap(DAYS, SETTINGS);

    @Test
    void independentDaysHaveTheIntervalOfTheTextbook() {
        assertThat(halfWidth(bootstrap.mean(noise(1), ones(DAYS)))).isCloseTo(INDEPENDENT, withinPercentage(12));
    }

    @Test
    void daysThatResembleTheirNeighboursWidenIt() {
        double[] series = noise(2);
        for (int day = 1; day < DAYS; day++) {
            series[day] += 0.5 * series[day - 1];
        }
        // the sum of such a series spreads 1 / (1 - 0.5) times as wide; days drawn one by one show only 1.15 times
        assertThat(halfWidth(bootstrap.mean(series, ones(DAYS)))).isBetween(1.6 * INDEPENDENT, 2.1 * INDEPENDENT);
    }

    @Test
    void aDayCountsWithAllItsRows() {
        double[] rows = new double[DAYS];
        double[] hits = new double[DAYS];
        Arrays.setAll(rows, day -> day % 2 == 0 ? 300 : 100);
        Arrays.setAll(hits, day -> day % 2 == 0 ? 300 : 0);
        assertThat(bootstrap.mean(hits, rows).value()).isEqualTo(0.75);
    }

    @Test
    void theErrorsOfTwoSamplesAddUp() {
        DayRatio first = new DayRatio(noise(3), ones(DAYS));
        DayRatio second = new DayRatio(noise(4), ones(DAYS));
        assertThat(halfWidth(bootstrap.twoSample(first, second)))
                .isCloseTo(Math.sqrt(2) * INDEPENDENT, withinPercentage(12));
    }

    @Test
    void twentyDaysAreNeededForAnInterval() {
        assertThat(new DayBootstrap(19, SETTINGS).mean(ones(19), ones(19))).isEqualTo(new Estimate(1, null, null));
        assertThat(new DayBootstrap(20, SETTINGS).mean(ones(20), ones(20))).isEqualTo(new Estimate(1, 1.0, 1.0));
    }

    private static double halfWidth(Estimate estimate) {
        return (requireNonNull(estimate.high()) - requireNonNull(estimate.low())) / 2;
    }

    private static double[] noise(long seed) {
        return new SplittableRandom(seed).doubles(DAYS).toArray();
    }

    private static double[] ones(int days) {
        double[] ones = new double[days];
        Arrays.fill(ones, 1);
        return ones;
    }
}
