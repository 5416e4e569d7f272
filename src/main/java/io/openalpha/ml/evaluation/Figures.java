package io.openalpha.ml.evaluation;

import java.util.Locale;
import java.util.OptionalDouble;

/** How figures are taken out and written for people. */
final class Figures {

    private Figures() {}

    static OptionalDouble meanRankIc(Evaluation evaluation) {
        RankIc ic = evaluation.metrics().rankIc();
        return ic == null ? OptionalDouble.empty() : OptionalDouble.of(ic.mean().value());
    }

    /** With four decimals. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** With six decimals: losses differ late. */
    static String loss(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.3f %%", 100 * share);
    }

    static String bps(double value) {
        return String.format(Locale.ROOT, "%.1f bps", value);
    }

    static String count(int value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
