package io.openalpha.ml.model;

/** Whether a version serves. */
public enum Standing {
    /** It does, having earned it. */
    PROMOTED,
    /** It does, for want of a history long enough to judge it by. */
    PROVISIONAL,
    /** It does not. */
    STORED
}
