package io.openalpha.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/** The sessions of one exchange from 2010 to 2059, numbered from 0. */
final class TradingCalendar {

    static final LocalDate FIRST_DAY = LocalDate.of(2010, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2059, 12, 31);

    private final Exchange exchange;
    private final long[] days;
    private final long[] opens;

    TradingCalendar(Exchange exchange) {
        this.exchange = exchange;
        this.days = FIRST_DAY
                .datesUntil(LAST_DAY)
                .filter(date -> !exchange.holidays().rest(date))
                .mapToLong(LocalDate::toEpochDay)
                .toArray();
        this.opens = Arrays.stream(days).map(this::opening).toArray();
    }

    private long opening(long day) {
        return LocalDate.ofEpochDay(day)
                .atTime(exchange.open())
                .atZone(exchange.zone())
                .toEpochSecond();
    }

    /** The exchange-local day of a session, as an epoch day. */
    long day(int session) {
        return days[session];
    }

    LocalDate date(int session) {
        return LocalDate.ofEpochDay(days[session]);
    }

    /** When a session opens, in epoch seconds. */
    long open(int session) {
        return opens[session];
    }

    /** When a session closes, in epoch seconds. */
    long close(int session) {
        return opens[session] + exchange.session().toSeconds();
    }

    /** The last session that has opened at a moment, -1 before the first. */
    int lastOpened(long epochSecond) {
        return atOrBefore(opens, epochSecond);
    }

    /** The last session on or before an exchange-local date, -1 before the first. */
    int onOrBefore(LocalDate date) {
        return atOrBefore(days, date.toEpochDay());
    }

    /** The first session on or after an exchange-local date. */
    int onOrAfter(LocalDate date) {
        return atOrBefore(days, date.toEpochDay() - 1) + 1;
    }

    /** The exchange-local date of a moment. */
    LocalDate localDate(Instant moment) {
        return LocalDate.ofInstant(moment, exchange.zone());
    }

    private static int atOrBefore(long[] sorted, long value) {
        int found = Arrays.binarySearch(sorted, value);
        return found >= 0 ? found : -found - 2;
    }
}
