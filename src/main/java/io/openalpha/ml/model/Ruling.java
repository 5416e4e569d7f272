package io.openalpha.ml.model;

import java.util.Locale;

/** What was decided about a version. */
public enum Ruling {
    /** It serves. */
    PROMOTED,
    /** It serves, for want of a history long enough to judge it by. */
    PROVISIONAL,
    /** It does not serve. */
    REJECTED,
    /** It may serve as soon as a person says so. */
    WAITING,
    /** It serves again, in place of a later one. */
    ROLLED_BACK;

    /** Whether the version serves from then on. */
    public boolean serves() {
        return this != REJECTED && this != WAITING;
    }

    /** As it is stored and shown. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Ruling of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
