package io.openalpha.ml.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
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

    /** The number with four decimals and, where known, its interval. */
    @Override
    public String toString() {
        return low == null || high == null
                ? String.format(Locale.ROOT, "%.4f", value)
                : String.format(Locale.ROOT, "%.4f [%.4f, %.4f]", value, low, high);
    }
}
