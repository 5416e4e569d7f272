package io.openalpha.ml.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in words how a model compares with the baselines. A lead smaller than two standard errors is called that. */
final class VerdictSentences {

    private static final double CLEAR = 2;

    private final Evaluation model;
    private final List<Evaluation> baselines;

    VerdictSentences(Evaluation model, List<Evaluation> baselines) {
        this.model = model;
        this.baselines = baselines;
    }

    List<String> all() {
        Metrics metrics = model.metrics();
        List<String> sentences = new ArrayList<>();
        sentences.add(rankIc(metrics.rankIc()));
        baselines.forEach(baseline -> sentences.add(against(baseline)));
        if (metrics.logLoss() != null) {
            sentences.add(logLoss(metrics.logLoss()));
        }
        if (metrics.portfolio() != null) {
            sentences.add(portfolio(metrics.portfolio()));
        }
        return List.copyOf(sentences);
    }

    private String rankIc(@Nullable RankIc ic) {
        if (ic == null) {
            return model.name() + " ranks nothing: it says the same for every symbol";
        }
        String figures = "rank IC %s, t %s, over %s days"
                .formatted(ic.mean(), ic.t() == null ? "unknown" : Figures.number(ic.t()), days());
        return ic.t() != null && ic.t() > CLEAR
                ? "ranks better than chance: " + figures
                : "does not rank clearly better than chance: " + figures;
    }

    private String against(Evaluation baseline) {
        RankIc mine = model.metrics().rankIc();
        RankIc its = baseline.metrics().rankIc();
        if (mine != null && its != null) {
            return against(baseline, "rank IC", mine.mean().value(), its.mean().value(), CLEAR * mine.standardError());
        }
        Estimate accuracy = model.metrics().accuracy();
        double margin = accuracy.low() == null ? 0 : accuracy.value() - accuracy.low();
        return against(
                baseline,
                "accuracy",
                accuracy.value(),
                baseline.metrics().accuracy().value(),
                margin);
    }

    private static String against(Evaluation baseline, String figure, double mine, double its, double margin) {
        String numbers =
                "%s: %s %s against %s".formatted(baseline.name(), figure, Figures.number(mine), Figures.number(its));
        if (mine <= its) {
            return "does not beat " + numbers;
        }
        return mine - its > margin ? "beats " + numbers : "is ahead, but not clearly, of " + numbers;
    }

    private static String logLoss(LogLoss loss) {
        String numbers = "%s against %s".formatted(Figures.loss(loss.model().value()), Figures.loss(loss.baseRate()));
        if (loss.excess().value() >= 0) {
            return "log loss does not beat the constant base rate's: " + numbers;
        }
        Double high = loss.excess().high();
        return high == null || high < 0
                ? "log loss is better than the constant base rate's: " + numbers
                : "log loss is better, but not clearly, than the constant base rate's: " + numbers;
    }

    private static String portfolio(Portfolio portfolio) {
        String numbers = "%s a day gross, %s net at %s, turnover %s"
                .formatted(
                        Figures.percent(portfolio.gross().value()),
                        Figures.percent(portfolio.net()),
                        Figures.bps(portfolio.costBps()),
                        Figures.number(portfolio.turnover()));
        String breakEven = portfolio.breakEvenBps() == null || portfolio.breakEvenBps() <= 0
                ? "loses even without costs"
                : "breaks even at costs of " + Figures.bps(portfolio.breakEvenBps());
        return "the decile portfolio " + breakEven + ": " + numbers;
    }

    private String days() {
        return Figures.count(model.metrics().days());
    }
}
