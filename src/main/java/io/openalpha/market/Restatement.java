package io.openalpha.market;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A change of the past by a source.
 *
 * @param date the first day that shows it
 * @param oldFactor adjusted close divided by close of that day, as stored; null if there was no bar
 * @param newFactor the new adjusted close divided by the stored close; null if there was no bar
 * @param reason in a few words
 */
public record Restatement(
        LocalDate date,
        @Nullable Double oldFactor,
        @Nullable Double newFactor,
        String reason) {}
