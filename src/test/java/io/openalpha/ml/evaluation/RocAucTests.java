package io.openalpha.ml.evaluation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RocAucTests {

    @Example
    void countsPairsAndHalvesTies() {
        // ones 0.5 and 0.7, zeros 0.5 and 0.6: 0.5 ties one and loses one (0.5), 0.7 wins both (2); 2.5 / 4
        assertThat(auc(Fixtures.daily(new double[] {0.5, 0.5, 0.6, 0.7}, 1, 0, 0, 1)))
                .isEqualTo(0.625);
    }

    @Example
    void isOneForPerfectAndZeroForReversedAndAHalfForConstantScores() {
        assertThat(auc(Fixtures.daily(new double[] {0.1, 0.2, 0.8}, 0, 0, 1))).isEqualTo(1);
        assertThat(auc(Fixtures.daily(new double[] {0.9, 0.8, 0.1}, 0, 0, 1))).isZero();
        assertThat(auc(Fixtures.daily(new double[] {0.3, 0.3, 0.3}, 0, 0, 1))).isEqualTo(0.5);
    }

    @Example
    void isUnknownForOneLabelOnly() {
        OutOfSampleForecasts ones = Fixtures.daily(new double[] {0.1, 0.9}, 1, 1);
        assertThat(RocAuc.of(ones, new DayRows(ones.days()), 0, 2)).isNull();
    }

    @Property(tries = 200)
    void bothMeansOfPlacementsAreTheShareOfPairsInOrder(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] scores = random.ints(rows, 0, 8).mapToDouble(i -> i / 8.0).toArray();
        int[] labels = random.ints(rows, 0, 2).toArray();
        labels[0] = 0;
        labels[1] = 1;
        OutOfSampleForecasts forecasts = Fixtures.daily(scores, labels);
        RocAuc auc = requireNonNull(RocAuc.of(forecasts, new DayRows(forecasts.days()), 0, rows));
        assertThat(auc.positive().value()).isCloseTo(pairs(scores, labels, ones(rows)), within(1e-12));
        assertThat(auc.negative().value()).isCloseTo(pairs(scores, labels, ones(rows)), within(1e-12));
    }

    @Property(tries = 50, seed = "20260304")
    void aResampledAreaIsNearThatOfTheRepeatedRows(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        OutOfSampleForecasts market = Fixtures.market(80, 8, 0.05, seed);
        RocAuc auc = requireNonNull(RocAuc.of(market, new DayRows(market.days()), 0, 80));
        int[] draws = new int[80];
        random.ints(80, 0, 80).forEach(day -> draws[day]++);
        double resampled = auc.positive().value(draws)
                + auc.negative().value(draws)
                - auc.positive().value();
        int[] times = IntStream.of(market.days()).map(day -> draws[day - 1]).toArray();
        double[] scores = IntStream.range(0, market.rows())
                .mapToDouble(i -> market.scores()[i])
                .toArray();
        int[] labels =
                IntStream.range(0, market.rows()).map(i -> market.labels()[i]).toArray();
        // the spread of an area over 640 rows is about 0.02: the short cut errs by a fraction of it
        assertThat(resampled).isCloseTo(pairs(scores, labels, times), within(0.006));
    }

    private static double auc(OutOfSampleForecasts forecasts) {
        DayRows days = new DayRows(forecasts.days());
        return requireNonNull(RocAuc.of(forecasts, days, 0, days.count()))
                .positive()
                .value();
    }

    private static int[] ones(int rows) {
        return IntStream.generate(() -> 1).limit(rows).toArray();
    }

    private static double pairs(double[] scores, int[] labels, int[] times) {
        double won = 0;
        double all = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (labels[i] == 1 && labels[j] == 0) {
                    double weight = (double) times[i] * times[j];
                    won += weight * (scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0);
                    all += weight;
                }
            }
        }
        return won / all;
    }
}
