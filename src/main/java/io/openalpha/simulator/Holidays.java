package io.openalpha.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/** The days on which an exchange rests: plausible, not exact. */
enum Holidays {
    NEVER,
    WEEKENDS,
    UNITED_STATES,
    CANADA,
    LONDON,
    EUROPE,
    AUSTRALIA,
    ASIA;

    boolean rest(LocalDate date) {
        return this != NEVER && (weekend(date) || holiday(date));
    }

    private boolean holiday(LocalDate date) {
        return switch (this) {
            case NEVER, WEEKENDS -> false;
            case UNITED_STATES -> unitedStates(date);
            case CANADA -> fixed(date, "--01-01", "--07-01", "--12-25", "--12-26") || easter(date, -2);
            case LONDON -> fixed(date, "--01-01", "--12-25", "--12-26") || easterWeekend(date);
            case EUROPE -> fixed(date, "--01-01", "--05-01", "--12-25", "--12-26") || easterWeekend(date);
            case AUSTRALIA -> fixed(date, "--01-01", "--01-26", "--04-25", "--12-25", "--12-26") || easterWeekend(date);
            case ASIA -> fixed(date, "--01-01", "--01-02", "--01-03", "--05-03", "--05-04", "--05-05");
        };
    }

    private static boolean weekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static boolean unitedStates(LocalDate date) {
        return observed(date, 1, 1)
                || nth(date, 1, 3, DayOfWeek.MONDAY)
                || nth(date, 2, 3, DayOfWeek.MONDAY)
                || easter(date, -2)
                || nth(date, 5, -1, DayOfWeek.MONDAY)
                || (date.getYear() >= 2022 && observed(date, 6, 19))
                || observed(date, 7, 4)
                || nth(date, 9, 1, DayOfWeek.MONDAY)
                || nth(date, 11, 4, DayOfWeek.THURSDAY)
                || observed(date, 12, 25);
    }

    private static boolean observed(LocalDate date, int month, int day) {
        LocalDate holiday = LocalDate.of(date.getYear(), month, day);
        LocalDate moved =
                switch (holiday.getDayOfWeek()) {
                    case SATURDAY -> holiday.minusDays(1);
                    case SUNDAY -> holiday.plusDays(1);
                    default -> holiday;
                };
        return date.equals(moved);
    }

    private static boolean nth(LocalDate date, int month, int ordinal, DayOfWeek day) {
        return date.getMonthValue() == month
                && date.equals(date.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day)));
    }

    private static boolean fixed(LocalDate date, String... days) {
        return Set.of(days).contains(MonthDay.from(date).toString());
    }

    private static boolean easterWeekend(LocalDate date) {
        return easter(date, -2) || easter(date, 1);
    }

    private static boolean easter(LocalDate date, int offset) {
        return date.minusDays(offset).equals(easterSunday(date.getYear()));
    }

    /** The Gregorian computus for the years 1900 to 2099. */
    private static LocalDate easterSunday(int year) {
        int moon = (19 * (year % 19) + 24) % 30;
        int week = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7;
        int days = moon + week;
        if (days == 35 || (days == 34 && moon == 28 && year % 19 > 10)) {
            days -= 7;
        }
        return LocalDate.of(year, 3, 22).plusDays(days);
    }
}
