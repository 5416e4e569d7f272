package io.openalpha.ml.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Evaluations with chosen figures, as if they had been measured. */
public final class Evaluations {

    private static final double REVERSAL = 0.0092;

    private Evaluations() {}

    /**
     * All that a training finds out: a model whose rank IC has an interval of 0.003 to each side, over the years 2024
     * and 2025, beside the 5-day reversal, whose rank IC is 0.0092.
     */
    public static Assessment assessment(String algorithm, double ic, double t) {
        Assessment beside = Assessment.of(
                overTwoYears(algorithm, ranking(ic, t)),
                List.of(overTwoYears(Baseline.REVERSAL_5_DAYS.title(), ranking(REVERSAL, 1))));
        return new Assessment(
                beside.model(),
                beside.baselines(),
                beside.verdict(),
                new PairedComparison(ic, REVERSAL, ic - REVERSAL, 0.002, (ic - REVERSAL) / 0.002, 500),
                new ControlResult(0.4993),
                new Importance("AUC", Map.of("return_1", 0.004, "return_5", 0.002)));
    }

    private static Evaluation overTwoYears(String name, Metrics metrics) {
        List<Slice> years = IntStream.of(2024, 2025)
                .mapToObj(year -> new Slice(
                        Integer.toString(year), LocalDate.of(year, 1, 2), LocalDate.of(year, 12, 31), metrics))
                .toList();
        Slice pooled = new Slice("pooled", years.get(0).first(), years.get(1).last(), metrics);
        return new Evaluation(name, EvaluationSettings.standard(1), pooled, List.of(), years);
    }

    private static Metrics ranking(double ic, double t) {
        return new Metrics(
                50_000,
                500,
                around(0.505),
                new Direction(around(0.51), 0.52),
                around(0.508),
                new LogLoss(known(0.69), 0.6931, known(-0.0031)),
                null,
                List.of(new CalibrationBin(0.487, 0.485, 25_000), new CalibrationBin(0.512, 0.511, 25_000)),
                new RankIc(around(ic), 0.1, ic / 0.1, ic / t, t, 5, 0.53),
                Portfolio.of(known(0.001), 2, 5));
    }

    private static Estimate around(double value) {
        return new Estimate(value, value - 0.003, value + 0.003);
    }

    /** A model of 100 symbols a day that loses 0.69, where the base rate loses 0.6931. */
    static Evaluation model(int days, double ic, double t) {
        return of("random_forest", days, ic, t, new LogLoss(known(0.69), 0.6931, known(-0.0031)));
    }

    static Evaluation baseline(Baseline baseline, int days, double ic) {
        return of(baseline.title(), days, ic, 1, null);
    }

    static Evaluation of(String name, int days, double ic, double t, @Nullable LogLoss logLoss) {
        RankIc rankIc = new RankIc(new Estimate(ic, ic - 0.01, ic + 0.01), 0.1, ic / 0.1, ic / t, t, 5, 0.53);
        return of(name, days, rankIc, logLoss, Portfolio.of(known(0.001), 2, 5));
    }

    /** A baseline that ranks nothing and is right half the time. */
    static Evaluation constant(int days) {
        return of(Baseline.ALWAYS_UP.title(), days, null, null, null);
    }

    private static Evaluation of(
            String name, int days, @Nullable RankIc rankIc, @Nullable LogLoss logLoss, @Nullable Portfolio portfolio) {
        Metrics metrics = new Metrics(
                days * 100,
                days,
                rankIc == null ? known(0.5) : new Estimate(0.51, 0.505, 0.515),
                new Direction(known(0.5), 0.52),
                known(0.51),
                logLoss,
                null,
                List.of(),
                rankIc,
                portfolio);
        Slice pooled = new Slice("pooled", LocalDate.of(2012, 1, 2), LocalDate.of(2014, 1, 2), metrics);
        return new Evaluation(name, EvaluationSettings.standard(1), pooled, List.of(), List.of());
    }

    static Estimate known(double value) {
        return new Estimate(value, null, null);
    }
}
