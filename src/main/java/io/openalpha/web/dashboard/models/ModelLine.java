package io.openalpha.web.dashboard.models;

import io.openalpha.ml.evaluation.Assessment;
import io.openalpha.ml.evaluation.Estimate;
import io.openalpha.ml.evaluation.Evaluation;
import io.openalpha.ml.evaluation.Metrics;
import io.openalpha.ml.model.ModelVersion;
import io.openalpha.ml.model.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A published version as lists show it, with its main figures out of sample: null where it was not tested. */
public record ModelLine(ModelVersion model) {

    public String version() {
        return model.name().toString();
    }

    public String algorithm() {
        return model.name().algorithm();
    }

    public Instant publishedAt() {
        return model.publishedAt();
    }

    public String standing() {
        return model.standing().word();
    }

    /** Whether it answers requests. */
    public boolean serves() {
        return model.standing() != Standing.STORED;
    }

    public @Nullable Estimate rankIc() {
        Metrics metrics = metrics();
        return metrics == null ? null : metrics.meanRankIc();
    }

    public @Nullable Estimate auc() {
        Metrics metrics = metrics();
        return metrics == null ? null : metrics.auc();
    }

    public @Nullable Estimate accuracy() {
        Metrics metrics = metrics();
        return metrics == null ? null : metrics.accuracy();
    }

    /** Trading days on which it was tested. */
    public int days() {
        Metrics metrics = metrics();
        return metrics == null ? 0 : metrics.days();
    }

    /** Rows that it learned from. */
    public long rows() {
        return model.manifest().training().data().rows();
    }

    /** The name of the best baseline by rank IC; null where none was measured. */
    public @Nullable String bestBaseline() {
        return assessment().bestBaseline().map(Evaluation::name).orElse(null);
    }

    /** The mean rank IC of the best baseline. */
    public @Nullable Estimate bestRankIc() {
        return assessment()
                .bestBaseline()
                .map(Evaluation::metrics)
                .map(Metrics::meanRankIc)
                .orElse(null);
    }

    /** How its rank IC compares with the best baseline's, in a few words. */
    public String worth() {
        Estimate rankIc = rankIc();
        Estimate best = bestRankIc();
        if (rankIc == null) {
            return "not tested: history is too short";
        }
        if (best == null) {
            return "no baseline to compare it with";
        }
        if (rankIc.isClearlyAbove(best.value())) {
            return "better than every baseline";
        }
        return rankIc.value() > best.value()
                ? "above every baseline, within chance"
                : "not better than " + bestBaseline();
    }

    /** The colour of that. */
    public String tone() {
        Estimate rankIc = rankIc();
        Estimate best = bestRankIc();
        if (rankIc == null || best == null) {
            return "idle";
        }
        if (rankIc.isClearlyAbove(best.value())) {
            return "good";
        }
        return rankIc.value() > best.value() ? "warn" : "bad";
    }

    private Assessment assessment() {
        return model.manifest().evaluation();
    }

    private @Nullable Metrics metrics() {
        return assessment().metrics();
    }
}
