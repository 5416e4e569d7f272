package io.openalpha.ml.model;

import io.openalpha.ml.evaluation.Estimate;
import io.openalpha.ml.evaluation.Figures;
import io.openalpha.ml.evaluation.LogLoss;
import io.openalpha.ml.evaluation.Metrics;
import io.openalpha.ml.evaluation.Portfolio;
import io.openalpha.ml.evaluation.RankIc;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a model card's tables.
 *
 * @param figure what the metrics of a row say; a dash where that was not measured
 */
record CardColumn(String title, Function<Metrics, String> figure) {

    private static final int DECIMALS = 4;
    private static final double BASIS_POINTS = 1e4;

    private static final CardColumn RANK_IC =
            ofRankIc("Rank IC", ic -> ic.mean().text(DECIMALS));
    private static final CardColumn T = ofRankIc("t", ic -> number(ic.t(), 2));
    private static final CardColumn AUC = new CardColumn("AUC", metrics -> estimate(metrics.auc()));
    private static final CardColumn EXCESS =
            ofLogLoss("Difference", loss -> loss.excess().text(6));
    private static final CardColumn NET = ofPortfolio("Net", portfolio -> number(portfolio.net() * BASIS_POINTS, 2));

    static final List<CardColumn> RANKING = List.of(
            RANK_IC,
            T,
            ofRankIc("ICIR", ic -> number(ic.icir(), DECIMALS)),
            ofRankIc("Days above 0", ic -> number(ic.positiveDays(), DECIMALS)),
            AUC,
            new CardColumn("Accuracy", metrics -> estimate(metrics.accuracy())),
            new CardColumn("Up or down", metrics -> estimate(metrics.direction().accuracy())));

    static final List<CardColumn> PROBABILITIES = List.of(
            ofLogLoss("Log loss", loss -> number(loss.model().value(), 6)),
            ofLogLoss("Base rate's", loss -> number(loss.baseRate(), 6)),
            EXCESS,
            new CardColumn(
                    "Brier",
                    metrics -> estimate(
                            metrics.brier() == null ? null : metrics.brier().score())));

    static final List<CardColumn> PORTFOLIO = List.of(
            ofPortfolio(
                    "Gross", portfolio -> portfolio.gross().times(BASIS_POINTS).text(2)),
            ofPortfolio("Turnover", portfolio -> number(portfolio.turnover(), 2)),
            ofPortfolio("Costs", portfolio -> number(portfolio.costBps(), 1)),
            NET,
            ofPortfolio("Breaks even at", portfolio -> number(portfolio.breakEvenBps(), 2)));

    static final List<CardColumn> SLICE = List.of(
            new CardColumn("Days", metrics -> Figures.count(metrics.days())),
            new CardColumn("Rows", metrics -> Figures.count(metrics.rows())),
            RANK_IC,
            T,
            AUC,
            EXCESS,
            NET);

    private static CardColumn ofRankIc(String title, Function<RankIc, String> figure) {
        return new CardColumn(
                title, metrics -> metrics.rankIc() == null ? CardTable.NONE : figure.apply(metrics.rankIc()));
    }

    private static CardColumn ofLogLoss(String title, Function<LogLoss, String> figure) {
        return new CardColumn(
                title, metrics -> metrics.logLoss() == null ? CardTable.NONE : figure.apply(metrics.logLoss()));
    }

    private static CardColumn ofPortfolio(String title, Function<Portfolio, String> figure) {
        return new CardColumn(
                title, metrics -> metrics.portfolio() == null ? CardTable.NONE : figure.apply(metrics.portfolio()));
    }

    private static String estimate(@Nullable Estimate estimate) {
        return estimate == null ? CardTable.NONE : estimate.text(DECIMALS);
    }

    private static String number(@Nullable Double value, int decimals) {
        return value == null ? CardTable.NONE : Figures.decimals(value, decimals);
    }
}
