package io.openalpha.ml.evaluation;

/** Who decides whether a new version serves. */
public enum PromotionMode {
    /** The measurements. */
    AUTO,
    /** A person; what the measurements allow waits for one. */
    MANUAL,
    /** Nobody: every version serves that can be read back unchanged. */
    ALWAYS
}
