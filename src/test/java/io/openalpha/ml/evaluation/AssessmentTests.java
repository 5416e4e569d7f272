package io.openalpha.ml.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class AssessmentTests {

    @Test
    void aModelThatIsWorthSomethingIsSaidToBe() {
        // standard error 0.015 / 3 = 0.005: ahead by 0.013 is clear, by 0.005 is not
        Assessment assessment = Assessment.of(
                Evaluations.model(1900, 0.015, 3),
                List.of(
                        Evaluations.constant(1900),
                        Evaluations.baseline(Baseline.REVERSAL_1_DAY, 1900, 0.002),
                        Evaluations.baseline(Baseline.REVERSAL_5_DAYS, 1900, 0.010)));
        assertThat(assessment.verdict())
                .containsExactly(
                        "ranks better than chance: rank IC 0.0150 [0.0050, 0.0250], t 3.0000, over 1,900 days",
                        "beats always up: accuracy 0.5100 against 0.5000",
                        "beats 1-day reversal: rank IC 0.0150 against 0.0020",
                        "is ahead, but not clearly, of 5-day reversal: rank IC 0.0150 against 0.0100",
                        "log loss is better than the constant base rate's: 0.690000 against 0.693100",
                        "the decile portfolio breaks even at costs of 5.0 bps: 0.100 % a day gross, 0.000 % net"
                                + " at 5.0 bps, turnover 2.0000");
    }

    @Test
    void verdictSaysThatAModelBeatsNoBaseline() {
        LogLoss loss = new LogLoss(Evaluations.known(0.6932), 0.6931, Evaluations.known(0.0001));
        Assessment assessment = Assessment.of(
                Evaluations.of("neural_network", 300, 0.012, 1.5, loss),
                List.of(Evaluations.baseline(Baseline.REVERSAL_5_DAYS, 300, 0.014)));
        assertThat(assessment.verdict())
                .contains(
                        "does not rank clearly better than chance: rank IC 0.0120 [0.0020, 0.0220], t 1.5000,"
                                + " over 300 days",
                        "does not beat 5-day reversal: rank IC 0.0120 against 0.0140",
                        "log loss does not beat the constant base rate's: 0.693200 against 0.693100");
    }

    @Test
    void aLossThatMayBeLuckIsCalledThat() {
        LogLoss loss = new LogLoss(Evaluations.known(0.693), 0.6931, new Estimate(-0.0001, -0.0003, 0.0001));
        assertThat(Assessment.of(Evaluations.of("random_forest", 300, 0.01, 3, loss), List.of())
                        .verdict())
                .contains("log loss is better, but not clearly, than the constant base rate's: 0.693000 against"
                        + " 0.693100");
    }

    @Test
    void verdictSaysThatAModelForecastsTheSameForAll() {
        assertThat(Assessment.of(Evaluations.constant(300), List.of()).verdict())
                .containsExactly("always up ranks nothing: it says the same for every symbol");
    }

    @Test
    void onlyTheSameRowsAreCompared() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Assessment.of(
                        Evaluations.model(300, 0.01, 3),
                        List.of(Evaluations.baseline(Baseline.REVERSAL_1_DAY, 299, 0))))
                .withMessage("Assessment: random_forest and 1-day reversal are of different rows");
    }

    @Test
    void aPortfolioThatLosesWithoutCostsIsSaidTo() {
        Evaluation real = new Evaluator(EvaluationSettings.standard(1))
                .evaluate("contrary", Fixtures.market(300, 20, -0.02, 2), Fixtures.oneFold(300));
        assertThat(Assessment.of(real, List.of()).verdict())
                .anyMatch(sentence -> sentence.startsWith("the decile portfolio loses even without costs: -"));
    }
}
