package io.openalpha.ops.audit;

import java.util.Locale;

/** The outcome of an action. */
public enum AuditResult {
    /** It was done. */
    DONE,
    /** It was not allowed, or made no sense; nothing was done. */
    REFUSED,
    /** It was tried and did not succeed. */
    FAILED;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AuditResult of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
