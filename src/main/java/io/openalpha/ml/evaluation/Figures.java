package io.openalpha.ml.evaluation;

import java.util.Locale;

/** Formats the numbers of an evaluation for display. */
public final class Figures {

    private Figures() {}

    public static String decimals(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** With four decimals. */
    static String number(double value) {
        return decimals(value, 4);
    }

    /** With six decimals: losses differ late. */
    static String loss(double value) {
        return decimals(value, 6);
    }

    static String percent(double share) {
        return decimals(100 * share, 3) + " %";
    }

    static String bps(double value) {
        return decimals(value, 1) + " bps";
    }

    /** With separators of thousands. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
