package io.openalpha.jobs.train;

import io.openalpha.ml.evaluation.LogLoss;
import io.openalpha.ml.evaluation.Metrics;
import io.openalpha.ml.evaluation.RankIc;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The main figures of a model in one line. */
final class Headline {

    private Headline() {}

    static String of(@Nullable Metrics metrics) {
        if (metrics == null) {
            return "not tested: history is too short";
        }
        return "accuracy %s, AUC %s%s%s over %s days"
                .formatted(
                        metrics.accuracy(),
                        metrics.auc(),
                        rankIc(metrics.rankIc()),
                        logLoss(metrics.logLoss()),
                        metrics.days());
    }

    private static String rankIc(@Nullable RankIc ic) {
        return ic == null ? "" : String.format(Locale.ROOT, ", rank IC %s (t %.2f)", ic.mean(), ic.t());
    }

    private static String logLoss(@Nullable LogLoss loss) {
        return loss == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", log loss %.5f (base rate %.5f)",
                        loss.model().value(),
                        loss.baseRate());
    }
}
