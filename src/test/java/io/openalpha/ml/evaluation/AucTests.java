package io.openalpha.ml.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class AucTests {

    @Test
    void countsPairsAndHalvesTies() {
        // ones 0.5 and 0.7, zeros 0.5 and 0.6: 0.5 ties one and loses one (0.5), 0.7 wins both (2); 2.5 / 4
        assertThat(auc(new double[] {0.5, 0.5, 0.6, 0.7}, 1, 0, 0, 1)).isEqualTo(0.625);
    }

    @Test
    void isOneForPerfectAndZeroForReversedAndAHalfForConstantScores() {
        assertThat(auc(new double[] {0.1, 0.2, 0.8}, 0, 0, 1)).isEqualTo(1);
        assertThat(auc(new double[] {0.9, 0.8, 0.1}, 0, 0, 1)).isZero();
        assertThat(auc(new double[] {0.3, 0.3, 0.3}, 0, 0, 1)).isEqualTo(0.5);
    }

    @Test
    void isAHalfWhereThereIsNothingToTellApart() {
        assertThat(auc(new double[] {0.1, 0.9}, 1, 1)).isEqualTo(0.5);
        assertThat(auc(new double[] {0.1, 0.9}, 0, 0)).isEqualTo(0.5);
        assertThat(auc(new double[] {})).isEqualTo(0.5);
    }

    @Test
    void isThatOfTheEvaluation() {
        OutOfSampleForecasts forecasts = Fixtures.market(50, 40, 0.02, 3);
        Estimate evaluated = Objects.requireNonNull(new Evaluator(EvaluationSettings.standard(1))
                .evaluate("x", forecasts, Fixtures.oneFold(50))
                .metrics()
                .auc());

        assertThat(Auc.of(forecasts.scores(), forecasts.labels())).isCloseTo(evaluated.value(), within(1e-12));
    }

    private static double auc(double[] scores, int... labels) {
        return Auc.of(Fixtures.floats(scores), Fixtures.bytes(labels));
    }
}
