package io.openalpha.web.dashboard.models;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A measured figure with its 95 % interval.
 *
 * @param low null where there is no interval
 * @param high null where there is no interval
 */
public record Score(
        double value, @Nullable Double low, @Nullable Double high) {

    /** From a record of an evaluation; null if it has no such figure. */
    static @Nullable Score of(JsonNode figure) {
        return figure.path("value").isNumber()
                ? new Score(figure.path("value").asDouble(), number(figure.path("low")), number(figure.path("high")))
                : null;
    }

    static @Nullable Double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : null;
    }

    /** With four decimals. */
    public String shown() {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** The interval in brackets; empty where there is none. */
    public String interval() {
        return low == null || high == null ? "" : String.format(Locale.ROOT, "[%.4f, %.4f]", low, high);
    }

    /** Whether it is higher than another by more than chance explains. */
    public boolean isAbove(double best) {
        return low != null && low > best;
    }
}
