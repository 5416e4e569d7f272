package io.openalpha.ml.evaluation;

/** What becomes of a new version. */
public enum PromotionOutcome {
    /** It serves. */
    PROMOTED,
    /** It serves as the first of its algorithm, though history is too short to know its worth. */
    PROVISIONAL,
    /** It does not serve. */
    REJECTED,
    /** It may serve as soon as a person says so. */
    WAITING;

    /** Whether the version serves from now on. */
    public boolean serves() {
        return this == PROMOTED || this == PROVISIONAL;
    }
}
