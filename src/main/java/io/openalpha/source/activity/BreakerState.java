package io.openalpha.source.activity;

import java.util.Locale;

/** Whether calls to a source are let through. */
public enum BreakerState {
    /** All of them. */
    CLOSED,
    /** None of them. */
    OPEN,
    /** A few, to find out whether the source has recovered. */
    HALF_OPEN;

    /** One stable word in lower snake case, for tables and metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static BreakerState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
