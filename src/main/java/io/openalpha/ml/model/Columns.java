package io.openalpha.ml.model;

import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The columns of a model card's tables, each found in the metrics of a forecaster. */
final class Columns {

    private static final int DECIMALS = 4;

    static final List<Column> RANKING = List.of(
            new Column("Rank IC", at -> Figure.estimate(at.path("rankIc").path("mean"), DECIMALS)),
            new Column("t", at -> Figure.number(at.path("rankIc").path("t"), 2)),
            new Column("ICIR", at -> Figure.number(at.path("rankIc").path("icir"), DECIMALS)),
            new Column("AUC", at -> Figure.estimate(at.path("auc"), DECIMALS)),
            new Column("Accuracy", at -> Figure.estimate(at.path("accuracy"), DECIMALS)),
            new Column("Up or down", at -> Figure.estimate(at.path("direction").path("accuracy"), DECIMALS)));

    static final List<Column> PROBABILITIES = List.of(
            new Column(
                    "Log loss",
                    at -> Figure.number(at.path("logLoss").path("model").path("value"), 6)),
            new Column("Base rate's", at -> Figure.number(at.path("logLoss").path("baseRate"), 6)),
            new Column("Difference", at -> Figure.estimate(at.path("logLoss").path("excess"), 6)),
            new Column("Brier", at -> Figure.estimate(at.path("brier").path("score"), DECIMALS)));

    static final List<Column> PORTFOLIO = List.of(
            new Column("Gross", at -> gross(at.path("portfolio").path("gross"))),
            new Column("Turnover", at -> Figure.number(at.path("portfolio").path("turnover"), 2)),
            new Column("Costs", at -> Figure.number(at.path("portfolio").path("costBps"), 1)),
            new Column("Net", at -> Figure.basisPoints(at.path("portfolio").path("net"))),
            new Column(
                    "Breaks even at", at -> Figure.number(at.path("portfolio").path("breakEvenBps"), 2)));

    static final List<Column> SLICE = List.of(
            new Column("Days", at -> Figure.count(at.path("days"))),
            new Column("Rows", at -> Figure.count(at.path("rows"))),
            RANKING.get(0),
            RANKING.get(1),
            RANKING.get(3),
            PROBABILITIES.get(2),
            PORTFOLIO.get(3));

    private Columns() {}

    /** One figure of a forecaster's metrics. */
    record Column(String title, Function<JsonNode, String> reading) {

        String figure(JsonNode metrics) {
            return reading.apply(metrics);
        }
    }

    private static String gross(JsonNode estimate) {
        String value = Figure.basisPoints(estimate.path("value"));
        return estimate.path("low").isNumber() && estimate.path("high").isNumber()
                ? "%s [%s, %s]"
                        .formatted(
                                value,
                                Figure.basisPoints(estimate.path("low")),
                                Figure.basisPoints(estimate.path("high")))
                : value;
    }
}
