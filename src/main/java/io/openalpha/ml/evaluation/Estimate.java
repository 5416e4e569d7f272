package io.openalpha.ml.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A measured number with its 95 % interval, clustered by day.
 *
 * @param low null when there are too few days for an interval
 * @param high null when there are too few days for an interval
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Estimate(
        double value, @Nullable Double low, @Nullable Double high) {

    /** The number with four decimals. */
    public String shown() {
        return Figures.number(value);
    }

    /** The interval in brackets, with four decimals; empty where there is none. */
    public String interval() {
        return interval(4);
    }

    /** The number and, where known, its interval. */
    public String text(int decimals) {
        return (Figures.decimals(value, decimals) + " " + interval(decimals)).stripTrailing();
    }

    /** Whether it is higher than another number by more than chance explains. */
    public boolean isClearlyAbove(double other) {
        return low != null && low > other;
    }

    /** The same with another unit. */
    public Estimate times(double factor) {
        return new Estimate(value * factor, low == null ? null : low * factor, high == null ? null : high * factor);
    }

    private String interval(int decimals) {
        return low == null || high == null
                ? ""
                : "[%s, %s]".formatted(Figures.decimals(low, decimals), Figures.decimals(high, decimals));
    }

    /** The number with four decimals and, where known, its interval. */
    @Override
    public String toString() {
        return text(4);
    }
}
