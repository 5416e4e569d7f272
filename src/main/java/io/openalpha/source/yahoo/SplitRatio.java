package io.openalpha.source.yahoo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a split makes of shares.
 *
 * @param shares new ones
 * @param per old ones
 */
record SplitRatio(double shares, double per) {

    private static final SplitRatio NONE = new SplitRatio(0, 0);

    /** Such as {@code 4:1}. */
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)[:/](\\d{1,9}(?:\\.\\d{1,9})?)");

    private static final double ROUNDING = 1e-3;

    /** The ratio of a text; an impossible one if that is none. */
    static SplitRatio of(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        return matcher.matches()
                ? new SplitRatio(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)))
                : NONE;
    }

    /** Whether both numbers are above 0 and finite, and so is their ratio. */
    boolean isPossible() {
        double ratio = shares / per;
        return shares > 0 && per > 0 && Double.isFinite(ratio) && ratio > 0;
    }

    boolean isSameAs(SplitRatio other) {
        return Math.abs(shares / per * (other.per / other.shares) - 1) <= ROUNDING;
    }
}
