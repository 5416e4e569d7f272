package io.openalpha.ml.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
    void everyPartOfAnAssessmentComesBackAsItWas() {
        Assessment beside = Assessment.of(
                model,
                List.of(Baseline.values()).stream()
                        .map(baseline -> EVALUATOR.evaluate(
                                baseline.title(), baseline.forecasts(MARKET, past, PERIODS), PERIODS))
                        .toList());
        Assessment assessment = new Assessment(
                beside.model(),
                beside.baselines(),
                beside.verdict(),
                PairedComparison.of(MARKET, MARKET, 1),
                ControlResult.of(MARKET),
                new Importance("AUC", Map.of("log_return_1", 0.01, "rsi_14", -0.001)));

        String json = JSON.writeValueAsString(assessment);

        assertThat(JSON.readValue(json, Assessment.class)).isEqualTo(assessment);
        assertThat(json).doesNotContain("NaN", "null", "Infinity").contains("\"first\":\"2012-01-02\"");
    }

    @Test
    void importanceIsInOrderWhateverTheOrderOfTheFields() {
        Importance importance =
                JSON.readValue("{\"metric\":\"AUC\",\"drops\":{\"a\":-0.1,\"b\":0.2,\"c\":0.1}}", Importance.class);

        assertThat(importance.drops().keySet()).containsExactly("b", "c", "a");
    }

    @Test
    void whatMakesNoSenseIsLeftOut() {
        OutOfSampleForecasts up = Baseline.ALWAYS_UP.forecasts(MARKET, past, PERIODS);
        assertThat(JSON.writeValueAsString(EVALUATOR.evaluate("always up", up, PERIODS)))
                .contains("accuracy", "auc")
                .doesNotContain("logLoss", "brier", "rankIc", "portfolio", "null");
    }
}
