package io.openalpha.ml.evaluation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluations with chosen figures, as if they had been measured. */
final class Evaluations {

    private Evaluations() {}

    /** A model of 100 symbols a day that loses 0.69, where the base rate loses 0.6931. */
    static Evaluation model(int days, double ic, double t) {
        return of("random_forest", days, ic, t, new LogLoss(known(0.69), 0.6931, known(-0.0031)));
    }

    static Evaluation baseline(Baseline baseline, int days, double ic) {
        return of(baseline.title(), days, ic, 1, null);
    }

    static Evaluation of(String name, int days, double ic, double t, @Nullable LogLoss logLoss) {
        RankIc rankIc = new RankIc(new Estimate(ic, ic - 0.01, ic + 0.01), 0.1, ic / 0.1, ic / t, t, 5);
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
