package io.openalpha.model;

import java.util.Locale;

/** What was decided about a version. */
public enum Outcome {
    /** It serves. */
    PROMOTED,
    /** It serves, for want of a history long enough to judge it by. */
    PROVISIONAL,
    /** It does not serve. */
    HELD,
    /** It serves again, in place of a later one. */
    ROLLED_BACK;

    /** As it is stored and shown. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Outcome of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
