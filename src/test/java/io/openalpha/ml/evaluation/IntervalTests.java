package io.openalpha.ml.evaluation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Intervals on simulated markets whose truth is known: 95 % of them should hold it. */
class IntervalTests {

    private static final int MARKETS = 300;
    private static final int DAYS = 200;
    private static final int SYMBOLS = 10;

    @Test
    void theIntervalOfTheAucHoldsAHalfWhenThereIsNoSignal() {
        assertThat(coverage(metrics -> requireNonNull(metrics.auc()), 0.5)).isBetween(0.90, 0.98);
    }

    @Test
    void theIntervalOfTheAccuracyHoldsAHalfWhenThereIsNoSignal() {
        assertThat(coverage(Metrics::accuracy, 0.5)).isBetween(0.90, 0.98);
    }

    @Test
    void theIntervalOfTheRankIcHoldsZeroWhenThereIsNoSignal() {
        assertThat(coverage(metrics -> requireNonNull(metrics.rankIc()).mean(), 0))
                .isBetween(0.90, 0.98);
    }

    @Test
    void aPlantedSignalIsFoundAtItsStrength() {
        // score and noise are uniform with equal spread, so label 1 has density 2s at score s in 0..1: AUC = 5/6
        Metrics metrics = evaluate(Fixtures.market(500, 40, 0.1, 3), 500);
        Estimate auc = requireNonNull(metrics.auc());
        assertThat(holds(auc, 5 / 6.0)).isTrue();
        assertThat(holds(auc, 5 / 6.0 + 0.02)).isFalse();
        assertThat(holds(auc, 5 / 6.0 - 0.02)).isFalse();
        assertThat(requireNonNull(metrics.rankIc()).t()).isGreaterThan(10);
    }

    private static double coverage(Function<Metrics, Estimate> figure, double truth) {
        return IntStream.range(0, MARKETS)
                        .mapToObj(seed -> figure.apply(evaluate(moodyMarket(seed), DAYS)))
                        .filter(estimate -> holds(estimate, truth))
                        .count()
                / (double) MARKETS;
    }

    private static boolean holds(Estimate estimate, double truth) {
        return requireNonNull(estimate.low()) <= truth && truth <= requireNonNull(estimate.high());
    }

    /** Days have moods: all labels of a day lean one way and all scores another, unrelated. */
    private static OutOfSampleForecasts moodyMarket(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        OutOfSampleForecasts market = Fixtures.market(DAYS, SYMBOLS, 0, seed + 1_000);
        float[] scores = market.scores();
        for (int day = 0; day < DAYS; day++) {
            double mood = 0.3 * (random.nextDouble() - 0.5);
            double lean = 0.2 + 0.6 * random.nextDouble();
            for (int row = day * SYMBOLS; row < (day + 1) * SYMBOLS; row++) {
                scores[row] += (float) mood;
                market.labels()[row] = (byte) (random.nextDouble() < lean ? 1 : 0);
            }
        }
        return market.withScores(Scale.PROBABILITY, scores);
    }

    private static Metrics evaluate(OutOfSampleForecasts forecasts, int days) {
        return new Evaluator(new EvaluationSettings(1, 5, 200, 1))
                .evaluate("market", forecasts, Fixtures.oneFold(days))
                .metrics();
    }
}
