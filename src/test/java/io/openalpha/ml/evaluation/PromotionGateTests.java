package io.openalpha.ml.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromotionGateTests {

    private static final ControlResult CLEAN = new ControlResult(0.5);
    private static final double NO_CHAMPION = Double.NaN;

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # case,                  days, ic,     t,      vs,      loss,   auc,    reload, first, auto,        manual,   always,      failed
            all passes,              1900, 0.015,  3,      0.001,   0.69,   0.5,    true,   false, PROMOTED,    WAITING,  PROMOTED,
            no champion,             1900, 0.015,  3,      NaN,     0.69,   0.5,    true,   false, PROMOTED,    WAITING,  PROMOTED,
            first with history,      1900, 0.015,  3,      NaN,     0.69,   0.5,    true,   true,  PROMOTED,    WAITING,  PROMOTED,
            just enough days,         250, 0.015,  3,      0.001,   0.69,   0.5,    true,   false, PROMOTED,    WAITING,  PROMOTED,
            a day too few,            249, 0.015,  3,      0.001,   0.69,   0.5,    true,   false, REJECTED,    REJECTED, PROMOTED,    out-of-sample days
            first and short,          249, 0.015,  3,      NaN,     0.69,   0.5,    true,   true,  PROVISIONAL, WAITING,  PROVISIONAL, out-of-sample days
            first and short and bad,   60, -0.01,  -1,     NaN,     0.70,   0.47,   true,   true,  PROVISIONAL, WAITING,  PROVISIONAL, out-of-sample days/rank IC/best reversal/log loss/shuffled control
            t at the bound,          1900, 0.015,  2,      0.001,   0.69,   0.5,    true,   false, REJECTED,    REJECTED, PROMOTED,    rank IC
            first and no skill,      1900, 0.015,  1.9,    NaN,     0.69,   0.5,    true,   true,  REJECTED,    REJECTED, PROMOTED,    rank IC
            level with a reversal,   1900, 0.010,  3,      0.001,   0.69,   0.5,    true,   false, REJECTED,    REJECTED, PROMOTED,    best reversal
            at -1 standard error,    1900, 0.015,  3,     -0.002,   0.69,   0.5,    true,   false, PROMOTED,    WAITING,  PROMOTED,
            below -1 standard error, 1900, 0.015,  3,     -0.0021,  0.69,   0.5,    true,   false, REJECTED,    REJECTED, PROMOTED,    champion
            loss of the base rate,   1900, 0.015,  3,      0.001,   0.6931, 0.5,    true,   false, PROMOTED,    WAITING,  PROMOTED,
            loss above it,           1900, 0.015,  3,      0.001,   0.6932, 0.5,    true,   false, REJECTED,    REJECTED, PROMOTED,    log loss
            control too good,        1900, 0.015,  3,      0.001,   0.69,   0.5101, true,   false, REJECTED,    REJECTED, PROMOTED,    shuffled control
            control too bad,         1900, 0.015,  3,      0.001,   0.69,   0.4899, true,   false, REJECTED,    REJECTED, PROMOTED,    shuffled control
            reloads otherwise,       1900, 0.015,  3,      0.001,   0.69,   0.5,    false,  false, REJECTED,    REJECTED, REJECTED,    reload
            first reloads otherwise,   60, 0.015,  3,      NaN,     0.69,   0.5,    false,  true,  REJECTED,    REJECTED, REJECTED,    out-of-sample days/reload
            """)
    void decides(
            String name,
            int days,
            double ic,
            double t,
            double difference,
            double loss,
            double control,
            boolean reloads,
            boolean first,
            Ruling auto,
            Ruling manual,
            Ruling always,
            @Nullable String failed) {
        PairedComparison pair = Double.compare(difference, NO_CHAMPION) == 0 ? null : paired(difference);
        Candidate candidate = new Candidate(
                assessment(comparison(days, ic, t, loss), pair, new ControlResult(control)), reloads, first);
        assertThat(PromotionGate.decide(candidate, PromotionMode.AUTO).ruling()).isEqualTo(auto);
        assertThat(PromotionGate.decide(candidate, PromotionMode.MANUAL).ruling())
                .isEqualTo(manual);
        assertThat(PromotionGate.decide(candidate, PromotionMode.ALWAYS).ruling())
                .isEqualTo(always);
        assertThat(failedOf(PromotionGate.decide(candidate, PromotionMode.AUTO)))
                .isEqualTo(failed == null ? "" : failed);
    }

    @Test
    void everyCheckStatesItsNumbers() {
        Candidate candidate =
                new Candidate(assessment(comparison(1900, 0.015, 3, 0.69), paired(-0.001), CLEAN), true, false);
        Decision decision = PromotionGate.decide(candidate, PromotionMode.AUTO);
        assertThat(decision.reason()).isEqualTo("all checks passed");
        assertThat(decision.checks())
                .containsExactly(
                        new Check("out-of-sample days", "at least 250", "1,900", true),
                        new Check(
                                "rank IC",
                                "t of the mean daily rank IC above 2.0",
                                "t 3.0000 (mean 0.0150, standard error 0.0050)",
                                true),
                        new Check("best reversal", "mean rank IC above 0.0100 of 5-day reversal", "0.0150", true),
                        new Check(
                                "champion",
                                "mean daily rank IC difference not below -1 standard error",
                                "difference -0.0010, standard error 0.0020, over 1,900 days",
                                true),
                        new Check("log loss", "not above 0.693100 of the constant base rate", "0.690000", true),
                        new Check("reload", "the artifact read back predicts identically", "identical", true),
                        new Check(
                                "shuffled control",
                                "AUC of the label-shuffled control from 0.49 to 0.51",
                                "0.5000",
                                true));
    }

    @Test
    void aFailureIsNamedInTheReason() {
        Candidate candidate = new Candidate(assessment(comparison(1900, 0.009, 1, 0.69), null, CLEAN), true, false);
        assertThat(PromotionGate.decide(candidate, PromotionMode.AUTO).reason())
                .isEqualTo("failed: rank IC, best reversal");
        assertThat(PromotionGate.decide(candidate, PromotionMode.ALWAYS).reason())
                .isEqualTo("promotion is set to always, despite: rank IC, best reversal");
    }

    @Test
    void whatWasNotMeasuredHasNotPassed() {
        Assessment noReversal = Assessment.of(Evaluations.model(1900, 0.015, 3), List.of());
        assertThat(failedOf(PromotionGate.decide(new Candidate(noReversal, true, false), PromotionMode.AUTO)))
                .isEqualTo("best reversal/shuffled control");
        Assessment noRank = Assessment.of(
                Evaluations.constant(1900), List.of(Evaluations.baseline(Baseline.REVERSAL_1_DAY, 1900, 0.01)));
        assertThat(failedOf(PromotionGate.decide(
                        new Candidate(assessment(noRank, null, CLEAN), true, false), PromotionMode.AUTO)))
                .isEqualTo("rank IC/best reversal/log loss");
    }

    @Test
    void aFirstVersionWithoutAnyEvaluationIsProvisional() {
        Candidate candidate = new Candidate(Assessment.NONE, true, true);
        assertThat(PromotionGate.decide(candidate, PromotionMode.AUTO).ruling()).isEqualTo(Ruling.PROVISIONAL);
        Candidate later = new Candidate(Assessment.NONE, true, false);
        assertThat(PromotionGate.decide(later, PromotionMode.AUTO).ruling()).isEqualTo(Ruling.REJECTED);
    }

    private static String failedOf(Decision decision) {
        return decision.checks().stream()
                .filter(check -> !check.passed())
                .map(Check::name)
                .collect(Collectors.joining("/"));
    }

    private static Assessment assessment(
            Assessment comparison, @Nullable PairedComparison versusChampion, ControlResult control) {
        return new Assessment(
                comparison.model(), comparison.baselines(), comparison.verdict(), versusChampion, control, null);
    }

    private static Assessment comparison(int days, double ic, double t, double loss) {
        LogLoss logLoss = new LogLoss(Evaluations.known(loss), 0.6931, Evaluations.known(loss - 0.6931));
        return Assessment.of(
                Evaluations.of("random_forest", days, ic, t, logLoss),
                List.of(
                        Evaluations.constant(days),
                        Evaluations.baseline(Baseline.REVERSAL_1_DAY, days, 0.002),
                        Evaluations.baseline(Baseline.REVERSAL_5_DAYS, days, 0.010),
                        Evaluations.of("logistic_regression", days, 0.5, 9, null)));
    }

    private static PairedComparison paired(double difference) {
        return new PairedComparison(0.015, 0.015 - difference, difference, 0.002, difference / 0.002, 1900);
    }
}
