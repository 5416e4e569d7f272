package io.openalpha.ml.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecileTradesTests {

    @Test
    void aTenthOfTwentySymbolsIsTwo() {
        double[] scores = IntStream.range(0, 20).mapToDouble(i -> i).toArray();
        double[] returns = IntStream.range(0, 20).mapToDouble(i -> i / 100.0).toArray();
        DecileTrades trades = trades(1, new int[20], IntStream.range(0, 20).toArray(), scores, returns);
        // long (0.18 + 0.19) / 2, short (0.00 + 0.01) / 2
        assertThat(trades.gross()[0]).isCloseTo(0.185 - 0.005, within(1e-7));
        assertThat(trades.turnover()[0]).isCloseTo(2, within(1e-12));
    }

    @Test
    void equalScoresShareThePlacesTheySpan() {
        // one place on top for two symbols of equal score: half of it each
        DecileTrades trades =
                trades(1, new int[3], new int[] {0, 1, 2}, new double[] {5, 5, 1}, new double[] {0.02, 0.04, -0.01});
        assertThat(trades.gross()[0]).isCloseTo(0.03 + 0.01, within(1e-7));
    }

    @Test
    void whoSaysTheSameForAllHoldsNothing() {
        DecileTrades trades =
                trades(1, new int[3], new int[] {0, 1, 2}, new double[] {5, 5, 5}, new double[] {0.02, 0.04, -0.01});
        assertThat(trades.gross()[0]).isZero();
        assertThat(trades.turnover()[0]).isZero();
    }

    @Test
    void whatLeavesTheUniverseIsSold() {
        // day 0: long 1, short 0; day 1 knows 0 and 2 only: long 2, short 0
        DecileTrades trades = trades(
                1, new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 2}, new double[] {1, 2, 1, 2}, new double[] {0, 0, 0, 0
                });
        assertThat(trades.turnover()).containsExactly(2, 2);
    }

    @Test
    void aHorizonOfTwoDaysStaggersTwoHalves() {
        // the sides change places every day; a half is opened on day 0 and on day 1, each closed two days later
        DecileTrades trades = trades(
                2,
                new int[] {0, 0, 1, 1, 2, 2},
                new int[] {0, 1, 0, 1, 0, 1},
                new double[] {1, 2, 2, 1, 2, 1},
                new double[] {-0.02, 0.02, 0.01, -0.01, 0.03, -0.03});
        // day 0 opens (-1, 1) / 2, day 1 opens (1, -1) / 2, day 2 turns the half of day 0 from (-1, 1) to (1, -1)
        assertThat(trades.turnover()).containsExactly(1, 1, 2);
        assertThat(trades.gross()[0]).isCloseTo(0.04 / 2, within(1e-7));
        assertThat(trades.gross()[2]).isCloseTo(0.06 / 2, within(1e-7));
    }

    private static DecileTrades trades(int horizon, int[] days, int[] symbols, double[] scores, double[] returns) {
        OutOfSampleForecasts forecasts =
                Fixtures.rows(Scale.SIGNED, days, symbols, scores, new int[days.length], returns);
        return new DecileTrades(forecasts, new DayRows(days), horizon);
    }
}
