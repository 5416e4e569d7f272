package io.openalpha.market;

import java.util.Locale;

/** Why a bar is implausible. */
public enum Defect {
    /** Another bar of the same date came later. */
    DUPLICATE_DATE,
    /** A price is infinite or not a number. */
    NOT_A_NUMBER,
    /** A price is 0 or less. */
    NON_POSITIVE,
    /** The volume is below 0. */
    NEGATIVE_VOLUME,
    /** The volume is more than any exchange trades, such as a number that stands for "none". */
    IMPOSSIBLE_VOLUME,
    /** The day is before 1900, or after tomorrow. */
    IMPOSSIBLE_DATE,
    /** The exchange does not trade on that day of the week. */
    NO_SESSION,
    /** The high is below the low. */
    HIGH_BELOW_LOW,
    /** Open or close is not between low and high. */
    OUTSIDE_RANGE,
    /** The high is more than fifty times the low. */
    IMPOSSIBLE_RANGE,
    /** The close is about a hundred times, or a hundredth of, those of the days around it. */
    JUMP,
    /** The adjusted close is out of line with those of the days around it, while the close is not. */
    ADJUSTED_JUMP,
    /** It repeats the day before, as ten or more in a row do. */
    STALE;

    /** Whether only the days around the bar show it, so that one that is stored already may have it as well. */
    public boolean isRelative() {
        return this == JUMP || this == STALE;
    }

    /** The defect as tables have it, such as {@code high_below_low}. */
    public String reason() {
        return name().toLowerCase(Locale.ROOT);
    }
}
