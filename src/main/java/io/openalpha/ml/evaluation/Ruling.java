package io.openalpha.ml.evaluation;

import java.util.Locale;

/** What was decided about a version. */
public enum Ruling {
    /** It serves. */
    PROMOTED,
    /** It serves, though history is too short to judge it. */
    PROVISIONAL,
    /** It does not serve. */
    REJECTED,
    /** It serves once a user promotes it. */
    WAITING,
    /** It serves again, in place of a later one, by a user's decision. */
    ROLLED_BACK;

    /** Whether the version serves from then on. */
    public boolean serves() {
        return this != REJECTED && this != WAITING;
    }

    /** As it is stored and shown: in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such ruling */
    public static Ruling of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
