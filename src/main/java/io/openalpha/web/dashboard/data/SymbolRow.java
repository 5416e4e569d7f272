package io.openalpha.web.dashboard.data;

import io.openalpha.market.SeriesHealth;
import java.util.StringJoiner;

/** A symbol in the list, and what is wrong with its bars, in words. */
record SymbolRow(SeriesHealth health) {

    public String name() {
        return health.symbol().name();
    }

    public String tone() {
        if (health.isClean()) {
            return "good";
        }
        return health.isInConflict() || health.isEmpty() || health.isStale() || health.isSparse() ? "bad" : "warn";
    }

    /** Such as {@code 3 sessions behind, 2 in quarantine}. */
    public String label() {
        StringJoiner words = new StringJoiner(", ").setEmptyValue("clean");
        if (health.isInConflict()) {
            words.add("in conflict");
        }
        if (health.isEmpty()) {
            return words.add("no bars").toString();
        }
        if (health.isStale()) {
            words.add("%s sessions behind".formatted(health.behind()));
        }
        if (health.isSparse()) {
            words.add("sparse");
        }
        if (health.unasked() > 0) {
            words.add("%s gaps to ask for".formatted(health.unasked()));
        }
        if (health.quarantined() > 0) {
            words.add("%s in quarantine".formatted(health.quarantined()));
        }
        if (health.asTraded()) {
            words.add("prices as traded");
        }
        return words.toString();
    }

    /** How serious its problems are: more is worse. */
    long concern() {
        long concern = health.quarantined() * 3 + health.lacking() + health.unasked() * 2;
        if (health.isInConflict()) {
            return 3_000_000;
        }
        if (health.isEmpty()) {
            return 2_000_000;
        }
        if (!health.isClean()) {
            concern += 1_000;
        }
        return concern + (health.isStale() ? 1_000_000 : 0) + (health.isSparse() ? 100_000 : 0);
    }
}
