package io.openalpha.source.yahoo;

import java.time.LocalDate;

/**
 * Dates that many bars have in common, made once. Of ten years of five hundred symbols every second object would be a
 * date, for the garbage collector to move around.
 */
final class SharedDates {

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate END = LocalDate.of(2040, 1, 1);
    private static final LocalDate[] DATES = FIRST.datesUntil(END).toArray(LocalDate[]::new);

    private SharedDates() {}

    /** The date so many days after the first of January 1970; one of another age is made anew. */
    static LocalDate ofEpochDay(long day) {
        long index = day - FIRST.toEpochDay();
        return index >= 0 && index < DATES.length ? DATES[(int) index] : LocalDate.ofEpochDay(day);
    }
}
