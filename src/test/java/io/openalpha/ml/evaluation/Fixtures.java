package io.openalpha.ml.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Small forecasts with known answers, and simulated ones of any size. */
final class Fixtures {

    private Fixtures() {}

    /** Rows in columns; every label is also the direction. */
    static OutOfSampleForecasts rows(
            Scale scale, int[] days, int[] symbols, double[] scores, int[] labels, double[] returns) {
        return new OutOfSampleForecasts(
                scale, days, symbols, floats(scores), bytes(labels), floats(returns), bytes(labels));
    }

    /** One row a day, in the order given. */
    static OutOfSampleForecasts daily(double[] scores, int... labels) {
        int[] days = IntStream.range(0, scores.length).toArray();
        return rows(Scale.PROBABILITY, days, new int[scores.length], scores, labels, new double[scores.length]);
    }

    /**
     * Every symbol on every day, from day 1 on. Return = signal times score plus noise, label 1 above zero, scores
     * uniform from 0.4 to 0.6.
     */
    static OutOfSampleForecasts market(int days, int symbols, double signal, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int rows = days * symbols;
        double[] scores = random.doubles(rows).map(u -> 0.4 + 0.2 * u).toArray();
        double[] returns = new double[rows];
        for (int row = 0; row < rows; row++) {
            returns[row] = signal * (scores[row] - 0.5) + 0.02 * (random.nextDouble() - 0.5);
        }
        return rows(
                Scale.PROBABILITY,
                IntStream.range(0, rows).map(row -> 1 + row / symbols).toArray(),
                IntStream.range(0, rows).map(row -> row % symbols).toArray(),
                scores,
                IntStream.range(0, rows).map(row -> returns[row] > 0 ? 1 : 0).toArray(),
                returns);
    }

    /** One fold that trains on day 0 and tests the days after, from 2 January 2012. */
    static TestPeriods oneFold(int testDays) {
        List<LocalDate> dates = Stream.iterate(LocalDate.of(2012, 1, 1), date -> date.plusDays(1))
                .limit(testDays + 1)
                .toList();
        return new TestPeriods(dates, List.of(new Fold(1, 0, 1, 1, testDays + 1)), List.of(0.5));
    }

    static float[] floats(double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
