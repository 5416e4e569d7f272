package io.openalpha.simulator;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The named stretches of time that Yahoo knows. */
enum ChartRange {
    ONE_DAY("1d"),
    FIVE_DAYS("5d"),
    ONE_MONTH("1mo"),
    THREE_MONTHS("3mo"),
    SIX_MONTHS("6mo"),
    ONE_YEAR("1y"),
    TWO_YEARS("2y"),
    FIVE_YEARS("5y"),
    TEN_YEARS("10y"),
    THIS_YEAR("ytd"),
    EVERYTHING("max");

    private final String text;

    ChartRange(String text) {
        this.text = text;
    }

    static Optional<ChartRange> of(String text) {
        return Arrays.stream(values()).filter(range -> range.text.equals(text)).findFirst();
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(ChartRange::text).toList();
    }

    String text() {
        return text;
    }

    /** The first session of the range; the running day's own may still be to come. */
    int firstSession(Listing listing) {
        TradingCalendar calendar = listing.calendar();
        LocalDate today = calendar.localDate(listing.moment());
        return switch (this) {
            case ONE_DAY -> calendar.onOrBefore(today);
            case FIVE_DAYS -> Math.max(0, listing.last() - 4);
            case ONE_MONTH -> calendar.onOrAfter(today.minusMonths(1));
            case THREE_MONTHS -> calendar.onOrAfter(today.minusMonths(3));
            case SIX_MONTHS -> calendar.onOrAfter(today.minusMonths(6));
            case ONE_YEAR -> calendar.onOrAfter(today.minusYears(1));
            case TWO_YEARS -> calendar.onOrAfter(today.minusYears(2));
            case FIVE_YEARS -> calendar.onOrAfter(today.minusYears(5));
            case TEN_YEARS -> calendar.onOrAfter(today.minusYears(10));
            case THIS_YEAR -> calendar.onOrAfter(today.withDayOfYear(1));
            case EVERYTHING -> 0;
        };
    }
}
