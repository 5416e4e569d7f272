package io.openalpha.web.dashboard.models;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published version and its main figures, out of sample.
 *
 * @param standing {@code promoted}, {@code provisional} or {@code stored}
 * @param rankIc null where it was not tested
 * @param best the best baseline by rank IC; null where none was measured
 * @param auc null where it was not tested
 * @param days on which it was tested
 * @param rows that it learned from
 */
public record ModelLine(
        String version,
        String algorithm,
        Instant publishedAt,
        String standing,
        @Nullable Score rankIc,
        @Nullable BestBaseline best,
        @Nullable Score auc,
        @Nullable Score accuracy,
        long days,
        long rows) {

    /** Whether it answers requests. */
    public boolean serves() {
        return !standing.equals("stored");
    }

    /** What its rank IC is worth beside the best baseline, in a few words. */
    public String worth() {
        if (rankIc == null) {
            return "not tested, for want of history";
        }
        if (best == null) {
            return "no baseline to compare it with";
        }
        if (rankIc.isAbove(best.value())) {
            return "better than every baseline";
        }
        return rankIc.value() > best.value() ? "above every baseline, within chance" : "not better than " + best.name();
    }

    /** The colour of that. */
    public String tone() {
        if (rankIc == null || best == null) {
            return "idle";
        }
        if (rankIc.isAbove(best.value())) {
            return "good";
        }
        return rankIc.value() > best.value() ? "warn" : "bad";
    }
}
