package io.openalpha.ml.model;

import io.openalpha.ml.evaluation.Check;
import java.util.List;

/**
 * Who decided about a version, and why.
 *
 * @param who the user, or the job
 * @param why one sentence
 * @param checks that the decision rests on; none if a user decided
 */
public record Reason(String who, String why, List<Check> checks) {

    public Reason {
        checks = List.copyOf(checks);
    }

    /** A decision that rests on no checks. */
    public static Reason of(String who, String why) {
        return new Reason(who, why, List.of());
    }
}
