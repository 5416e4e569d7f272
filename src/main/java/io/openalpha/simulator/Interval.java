package io.openalpha.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/** The lengths of a row that Yahoo knows. */
enum Interval {
    ONE_MINUTE("1m", 1, 30),
    TWO_MINUTES("2m", 2, 60),
    FIVE_MINUTES("5m", 5, 60),
    FIFTEEN_MINUTES("15m", 15, 60),
    THIRTY_MINUTES("30m", 30, 60),
    SIXTY_MINUTES("60m", 60, 730),
    NINETY_MINUTES("90m", 90, 60),
    HOUR("1h", 60, 730),
    FOUR_HOURS("4h", 240, 730),
    DAY("1d", 0, 0),
    FIVE_DAYS("5d", 0, 0),
    WEEK("1wk", 0, 0),
    MONTH("1mo", 0, 0),
    QUARTER("3mo", 0, 0);

    private final String text;
    private final int minutes;
    private final int retentionDays;

    Interval(String text, int minutes, int retentionDays) {
        this.text = text;
        this.minutes = minutes;
        this.retentionDays = retentionDays;
    }

    static Optional<Interval> of(String text) {
        return Arrays.stream(values())
                .filter(interval -> interval.text.equals(text))
                .findFirst();
    }

    String text() {
        return text;
    }

    boolean intraday() {
        return minutes > 0;
    }

    /** Length of an intraday row. */
    int minutes() {
        return minutes;
    }

    /** How far back intraday rows are kept. */
    int retentionDays() {
        return retentionDays;
    }

    /** The first day of the row that a day belongs to. */
    LocalDate start(LocalDate date) {
        return switch (this) {
            case FIVE_DAYS -> LocalDate.ofEpochDay(date.toEpochDay() / 5 * 5);
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> date.withDayOfMonth(1);
            case QUARTER ->
                date.withMonth((date.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
            default -> date;
        };
    }
}
