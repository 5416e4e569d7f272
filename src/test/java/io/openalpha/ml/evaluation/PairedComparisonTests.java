package io.openalpha.ml.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairedComparisonTests {

    private static final OutOfSampleForecasts MARKET = Fixtures.market(400, 20, 0.02, 11);

    @Test
    void isTheDifferenceDayByDay() {
        // returns rise with the symbol. Challenger: 1 and 0.5; champion: 0.5 and 0.5; differences 0.5 and 0, mean 0.25
        OutOfSampleForecasts challenger = twoDays(1, 2, 3, 2, 1, 3);
        OutOfSampleForecasts champion = twoDays(2, 1, 3, 2, 1, 3);
        PairedComparison pair = PairedComparison.of(challenger, champion, 1);
        assertThat(pair.challengerIc()).isCloseTo(0.75, within(1e-9));
        assertThat(pair.championIc()).isCloseTo(0.5, within(1e-9));
        assertThat(pair.meanDifference()).isCloseTo(0.25, within(1e-9));
        // g0 = 0.0625, lag 1: g1 = -0.03125; (0.0625 - 2 * 0.5 * 0.03125) / 2 = 0.015625 = 0.125²
        assertThat(pair.standardError()).isCloseTo(0.125, within(1e-9));
        assertThat(pair.t()).isCloseTo(2, within(1e-6));
        assertThat(pair.days()).isEqualTo(2);
    }

    @Test
    void aModelDoesNotDifferFromItself() {
        assertThat(PairedComparison.of(MARKET, MARKET, 1))
                .extracting(PairedComparison::meanDifference, PairedComparison::standardError, PairedComparison::t)
                .containsExactly(0.0, 0.0, null);
    }

    @Test
    void aModelWithoutSkillFallsFarBehind() {
        float[] constant = new float[MARKET.rows()];
        PairedComparison pair = PairedComparison.of(MARKET.withScores(Scale.SIGNED, constant), MARKET, 1);
        assertThat(pair.challengerIc()).isZero();
        assertThat(pair.t()).isLessThan(-5);
    }

    @Test
    void otherRowsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedComparison.of(MARKET, Fixtures.market(400, 20, 0.02, 12), 1))
                .withMessage("Paired comparison: the forecasts are not of the same rows");
    }

    @Test
    void shuffledLabelsKeepEachDaysShare() {
        byte[] shuffled = ShuffledLabels.within(MARKET.days(), MARKET.labels(), 3);
        DayRows days = new DayRows(MARKET.days());
        assertThat(shuffled).isNotEqualTo(MARKET.labels());
        assertThat(DayTotals.of(days, row -> shuffled[row])).isEqualTo(DayTotals.of(days, row -> MARKET.labels()[row]));
        assertThat(shuffled).isEqualTo(ShuffledLabels.within(MARKET.days(), MARKET.labels(), 3));
    }

    @Test
    void aControlIsCleanNearAHalfOnly() {
        float[] leaking = new float[MARKET.rows()];
        IntStream.range(0, leaking.length).forEach(row -> leaking[row] = MARKET.labels()[row]);
        assertThat(ControlResult.of(MARKET.withScores(Scale.PROBABILITY, leaking))
                        .auc())
                .isEqualTo(1);
        assertThat(new ControlResult(0.49).isClean()).isTrue();
        assertThat(new ControlResult(0.51).isClean()).isTrue();
        assertThat(new ControlResult(0.4899).isClean()).isFalse();
        assertThat(new ControlResult(0.5101).isClean()).isFalse();
    }

    @Test
    void aControlOfOneLabelIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ControlResult.of(Fixtures.daily(new double[] {0.4, 0.6}, 1, 1)));
    }

    private static OutOfSampleForecasts twoDays(double... scores) {
        return Fixtures.rows(
                Scale.SIGNED,
                new int[] {0, 0, 0, 1, 1, 1},
                new int[] {0, 1, 2, 0, 1, 2},
                scores,
                new int[6],
                new double[] {0.01, 0.02, 0.03, 0.01, 0.02, 0.03});
    }
}
