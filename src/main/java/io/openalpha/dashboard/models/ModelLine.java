package io.openalpha.dashboard.models;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published version and its main figures, out of sample.
 *
 * @param standing {@code promoted}, {@code provisional} or {@code stored}
 * @param rankIc null where it was not tested
 * @param rival the best baseline by rank IC; null where none was measured
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
        @Nullable Rival rival,
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
        if (rival == null) {
            return "no baseline to compare it with";
        }
        if (rankIc.isAbove(rival.value())) {
            return "better than every baseline";
        }
        return rankIc.value() > rival.value()
                ? "above every baseline, within chance"
                : "not better than " + rival.name();
    }

    /** The colour of that. */
    public String tone() {
        if (rankIc == null || rival == null) {
            return "idle";
        }
        if (rankIc.isAbove(rival.value())) {
            return "good";
        }
        return rankIc.value() > rival.value() ? "warn" : "bad";
    }
}
