package io.openalpha.ml.model;

import java.util.Locale;

/** Whether a version serves. */
public enum Standing {
    /** It does, having passed all checks or by a person's decision. */
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
