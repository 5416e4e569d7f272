package io.openalpha.ml.model;

import java.util.Locale;

/** Whether a version serves. */
public enum Standing {
    /** It serves: it passed all checks, or a user promoted it. */
    PROMOTED,
    /** It does, though history is too short to judge it. */
    PROVISIONAL,
    /** It does not. */
    STORED;

    /** As it is shown: in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
