package io.openalpha.ml.prediction;

import io.openalpha.ml.feature.LabelSettings;
import io.openalpha.ml.model.VersionName;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a model said of a symbol before the outcome could be known.
 *
 * @param asOf day, at the exchange, after whose close it was said
 * @param version the model that served then; it may have been removed since
 * @param label what the probability is that of
 * @param probability from 0 to 1
 * @param realised what happened; null while it is not known, and for good if the symbol had no bar on a day that counts
 */
public record PastPrediction(
        LocalDate asOf,
        VersionName version,
        LabelSettings label,
        double probability,
        Instant madeAt,
        @Nullable Realised realised) {

    /**
     * What happened.
     *
     * @param forwardReturn from open to open over the horizon; 0.01 is one percent
     * @param cameTrue whether the label is 1
     */
    public record Realised(double forwardReturn, boolean cameTrue) {}

    /** Whether the model held it for at least as likely as not. */
    public boolean foreseen() {
        return probability >= 0.5;
    }

    /** Whether what was held for likelier happened; false while that is not known. */
    public boolean isHit() {
        return realised != null && realised.cameTrue() == foreseen();
    }
}
