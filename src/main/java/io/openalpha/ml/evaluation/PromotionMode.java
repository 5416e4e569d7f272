package io.openalpha.ml.evaluation;

/** Who decides whether a new version serves. */
public enum PromotionMode {
    /** The measurements. */
    AUTO,
    /** A user: a version that passes waits for promotion. */
    MANUAL,
    /** No one: every version that can be read back unchanged serves. */
    ALWAYS
}
