package io.openalpha.ml.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EvaluationJsonTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Evaluator EVALUATOR = new Evaluator(EvaluationSettings.standard(1));
    private static final OutOfSampleForecasts MARKET = Fixtures.market(420, 12, 0.01, 9);
    private static final TestPeriods PERIODS = Fixtures.oneFold(420);

    private final Evaluation model = EVALUATOR.evaluate("random_forest", MARKET, PERIODS);
    private final PastReturns past = new PastReturns(MARKET.returns(), MARKET.returns());

    @Test
    void everyEvaluationComesBackAsItWas() {
        BaselineComparison comparison = new BaselineComparison(
                model,
                List.of(Baseline.values()).stream()
                        .map(baseline -> EVALUATOR.evaluate(
                                baseline.title(), baseline.forecasts(MARKET, past, PERIODS), PERIODS))
                        .toList());
        String json = JSON.writeValueAsString(comparison);
        assertThat(JSON.readValue(json, BaselineComparison.class)).isEqualTo(comparison);
        assertThat(json).doesNotContain("NaN", "null", "Infinity").contains("\"first\":\"2012-01-02\"");
    }

    @Test
    void decisionsPairsAndControlsComeBackAsTheyWere() {
        PairedComparison pair = PairedComparison.of(MARKET, MARKET, 1);
        Candidate candidate =
                new Candidate(new BaselineComparison(model, List.of()), pair, ControlResult.of(MARKET), true, false);
        Decision decision = PromotionGate.decide(candidate, PromotionMode.AUTO);
        assertThat(JSON.readValue(JSON.writeValueAsString(pair), PairedComparison.class))
                .isEqualTo(pair);
        assertThat(JSON.readValue(JSON.writeValueAsString(candidate.control()), ControlResult.class))
                .isEqualTo(candidate.control());
        assertThat(JSON.readValue(JSON.writeValueAsString(decision), Decision.class))
                .isEqualTo(decision);
    }

    @Test
    void whatMakesNoSenseIsLeftOut() {
        OutOfSampleForecasts up = Baseline.ALWAYS_UP.forecasts(MARKET, past, PERIODS);
        assertThat(JSON.writeValueAsString(EVALUATOR.evaluate("always up", up, PERIODS)))
                .contains("accuracy", "auc")
                .doesNotContain("logLoss", "brier", "rankIc", "portfolio", "null");
    }
}
