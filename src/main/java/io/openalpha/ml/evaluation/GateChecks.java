package io.openalpha.ml.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks a candidate has to pass, in the order in which people read them. What was not measured has not passed. */
final class GateChecks {

    private static final String NOT_MEASURED = "not measured";

    private final Candidate candidate;
    private final @Nullable RankIc rankIc;
    private final @Nullable LogLoss logLoss;

    GateChecks(Candidate candidate) {
        this.candidate = candidate;
        Metrics metrics = candidate.assessment().metrics();
        rankIc = metrics == null ? null : metrics.rankIc();
        logLoss = metrics == null ? null : metrics.logLoss();
    }

    List<Check> all() {
        return List.of(testDays(), skill(), reversal(), champion(), probabilities(), reload(), control());
    }

    private Check testDays() {
        return new Check(
                "out-of-sample days",
                "at least " + PromotionGate.MIN_DAYS,
                Figures.count(candidate.testDays()),
                candidate.testDays() >= PromotionGate.MIN_DAYS);
    }

    private Check skill() {
        String required = "t of the mean daily rank IC above " + PromotionGate.MIN_T;
        if (rankIc == null || rankIc.t() == null) {
            return new Check("rank IC", required, NOT_MEASURED, false);
        }
        String measured = "t %s (mean %s, standard error %s)"
                .formatted(
                        Figures.number(rankIc.t()),
                        Figures.number(rankIc.mean().value()),
                        Figures.number(rankIc.standardError()));
        return new Check("rank IC", required, measured, rankIc.t() > PromotionGate.MIN_T);
    }

    private Check reversal() {
        Evaluation best = candidate.assessment().bestReversal().orElse(null);
        RankIc reversals = best == null ? null : best.metrics().rankIc();
        if (best == null || reversals == null || rankIc == null) {
            return new Check("best reversal", "mean rank IC above it", NOT_MEASURED, false);
        }
        double its = reversals.mean().value();
        double mine = rankIc.mean().value();
        String required = "mean rank IC above %s of %s".formatted(Figures.number(its), best.name());
        return new Check("best reversal", required, Figures.number(mine), mine > its);
    }

    private Check champion() {
        String required = "mean daily rank IC difference not below -1 standard error";
        PairedComparison pair = candidate.assessment().versusChampion();
        if (pair == null) {
            return new Check("champion", required, "no champion to compare with", true);
        }
        String measured = "difference %s, standard error %s, over %s days"
                .formatted(
                        Figures.number(pair.meanDifference()),
                        Figures.number(pair.standardError()),
                        Figures.count(pair.days()));
        return new Check("champion", required, measured, pair.meanDifference() >= -pair.standardError());
    }

    private Check probabilities() {
        if (logLoss == null) {
            return new Check("log loss", "not above the constant base rate's", NOT_MEASURED, false);
        }
        String required = "not above %s of the constant base rate".formatted(Figures.loss(logLoss.baseRate()));
        double measured = logLoss.model().value();
        return new Check("log loss", required, Figures.loss(measured), measured <= logLoss.baseRate());
    }

    private Check reload() {
        boolean identical = candidate.reloadedIdentically();
        return new Check(
                "reload",
                "the artifact read back predicts identically",
                identical ? "identical" : "different",
                identical);
    }

    private Check control() {
        String required = "AUC of the label-shuffled control from %s to %s"
                .formatted(ControlResult.LOWEST, ControlResult.HIGHEST);
        ControlResult control = candidate.assessment().control();
        return control == null
                ? new Check("shuffled control", required, NOT_MEASURED, false)
                : new Check("shuffled control", required, Figures.number(control.auc()), control.isClean());
    }
}
