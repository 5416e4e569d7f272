package io.openalpha.market;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a source gave of a day, and what was not taken over as it came because it was proven wrong.
 *
 * @param rule that it broke, as tables have it
 * @param bar as it came; null if an amount was repaired
 * @param amount of a dividend or capital gain, or the ratio of a split, as it came; null if a bar was repaired
 */
public record Repair(
        LocalDate date,
        String rule,
        @Nullable DailyBar bar,
        @Nullable Double amount) {}
