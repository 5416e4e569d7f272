package io.openalpha.ml.evaluation;

import static io.openalpha.ml.evaluation.Fixtures.floats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutOfSampleForecastsTests {

    private static final OutOfSampleForecasts TWO = Fixtures.rows(
            Scale.PROBABILITY,
            new int[] {0, 0},
            new int[] {0, 1},
            new double[] {0.5, 0.6},
            new int[] {0, 1},
            new double[2]);

    @Test
    void aProbabilitySaysOneAboveOneHalfAndASignedScoreAboveZero() {
        assertThat(TWO.decision(0)).isZero();
        assertThat(TWO.decision(1)).isEqualTo(1);
        OutOfSampleForecasts signed = TWO.withScores(Scale.SIGNED, floats(0, 0.001));
        assertThat(signed.decision(0)).isZero();
        assertThat(signed.decision(1)).isEqualTo(1);
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        for (float score : floats(-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TWO.withScores(Scale.PROBABILITY, new float[] {0.5f, score}))
                    .withMessage("OutOfSampleForecasts: row 1 has no PROBABILITY for a score");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> TWO.withScores(Scale.SIGNED, floats(0, Double.NaN)));
    }

    @Test
    void rowsOutOfOrderAndRowsTwiceAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rows(new int[] {1, 0}, new int[] {0, 1}, 0))
                .withMessage("OutOfSampleForecasts: row 1 is not in the order of day and symbol");
        assertThatIllegalArgumentException().isThrownBy(() -> rows(new int[] {0, 0}, new int[] {1, 1}, 0));
    }

    @Test
    void unknownReturnsAndLabelsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rows(new int[] {0, 1}, new int[] {0, 0}, Double.NaN))
                .withMessage("OutOfSampleForecasts: row 1 has no finite return");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fixtures.daily(new double[] {0.5}, -1))
                .withMessage("OutOfSampleForecasts: row 0 has a label other than 0 and 1");
    }

    @Test
    void noRowsAndColumnsOfOtherLengthAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fixtures.daily(new double[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO.withScores(Scale.SIGNED, floats(1)))
                .withMessage("OutOfSampleForecasts: 2 days but 1 scores");
    }

    @Test
    void testPeriodsThatDoNotFitTogetherAreRefused() {
        List<LocalDate> days = List.of(LocalDate.EPOCH, LocalDate.EPOCH.plusDays(1), LocalDate.EPOCH.plusDays(2));
        Fold first = new Fold(1, 0, 1, 1, 2);
        assertThatIllegalArgumentException().isThrownBy(() -> new TestPeriods(days, List.of(first), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new TestPeriods(days, List.of(first), List.of(1.0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TestPeriods(days, List.of(new Fold(1, 0, 1, 1, 4)), List.of(0.5)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TestPeriods(days, List.of(first, first), List.of(0.5, 0.5)))
                .withMessage("Test periods: fold 1 does not start where fold 1 ends");
    }

    private static OutOfSampleForecasts rows(int[] days, int[] symbols, double secondReturn) {
        double[] returns = {0, secondReturn};
        return Fixtures.rows(Scale.PROBABILITY, days, symbols, new double[2], new int[2], returns);
    }
}
