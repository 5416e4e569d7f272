package io.openalpha.web.dashboard.models;

import java.util.Locale;

/** The best of the baselines by some figure. */
public record BestBaseline(String name, double value) {

    /** With four decimals. */
    public String shown() {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
