package io.openalpha.ml.evaluation;

/** What a score means, and its threshold for label 1. */
public enum Scale {
    /** A probability of label 1, from 0 to 1; above one half it says 1. */
    PROBABILITY(0.5f),
    /** A number without unit, more is better; above zero it says 1. It has no log loss and no calibration. */
    SIGNED(0f);

    private final float threshold;

    Scale(float threshold) {
        this.threshold = threshold;
    }

    /** The label a score stands for, 0 or 1. */
    int decide(float score) {
        return score > threshold ? 1 : 0;
    }

    boolean allows(float score) {
        return Float.isFinite(score) && (this == SIGNED || (score >= 0 && score <= 1));
    }
}
