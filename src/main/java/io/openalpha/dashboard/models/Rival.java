package io.openalpha.dashboard.models;

import java.util.Locale;

/** The best of the baselines by some figure. */
public record Rival(String name, double value) {

    /** With four decimals. */
    public String shown() {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
