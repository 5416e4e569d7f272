package io.openalpha.ml.evaluation;

import java.util.List;

/**
 * Whether a version serves, and why.
 *
 * @param reason one sentence
 * @param checks all of them, whatever the ruling
 */
public record Decision(Ruling ruling, String reason, List<Check> checks) {

    /** Keeps a copy of the checks. */
    public Decision {
        checks = List.copyOf(checks);
    }
}
