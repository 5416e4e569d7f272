package io.openalpha.ml.feature;

/**
 * What a model learns to foresee.
 *
 * @param kind what a forward return is compared with
 * @param horizon traded days that a position is held, from 1 to 60
 */
public record LabelSettings(Kind kind, int horizon) {

    /** What is learned unless it is set otherwise. */
    public static final LabelSettings DEFAULT = new LabelSettings(Kind.ABOVE_MEDIAN, 1);

    /** What a label of 1 says. */
    public enum Kind {
        /** The forward return lies above the median of its day. */
        ABOVE_MEDIAN,
        /** The forward return is positive. */
        DIRECTION
    }

    /** @throws IllegalArgumentException if the horizon is out of range */
    public LabelSettings {
        if (horizon < 1 || horizon > 60) {
            throw new IllegalArgumentException("the horizon of a label is from 1 to 60 traded days, not " + horizon);
        }
    }
}
