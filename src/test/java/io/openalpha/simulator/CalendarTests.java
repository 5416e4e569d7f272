package io.openalpha.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTests {

    @ParameterizedTest
    @CsvSource({
        "UNITED_STATES, 2026-11-26, true",
        "UNITED_STATES, 2026-11-25, false",
        "UNITED_STATES, 2026-04-03, true",
        "UNITED_STATES, 2026-07-03, true",
        "UNITED_STATES, 2021-06-18, false",
        "UNITED_STATES, 2026-06-19, true",
        "UNITED_STATES, 2026-05-25, true",
        "LONDON, 2025-04-21, true",
        "LONDON, 2026-11-26, false",
        "EUROPE, 2026-05-01, true",
        "WEEKENDS, 2026-12-25, false",
        "WEEKENDS, 2026-12-26, true",
        "NEVER, 2026-12-26, false"
    })
    void exchangesRestOnTheirHolidays(Holidays holidays, LocalDate date, boolean rest) {
        assertThat(holidays.rest(date)).isEqualTo(rest);
    }

    @Test
    void sessionsFollowDaylightSaving() {
        TradingCalendar calendar = calendar("IBM");
        assertThat(open(calendar, "2026-10-30")).isEqualTo("2026-10-30T13:30:00Z");
        assertThat(open(calendar, "2026-11-02")).isEqualTo("2026-11-02T14:30:00Z");
    }

    @Test
    void sydneyOpensOnThePreviousUtcDay() {
        assertThat(open(calendar("ALL.AX"), "2026-11-20")).isEqualTo("2026-11-19T23:00:00Z");
    }

    @Test
    void aDayOfRestBelongsToTheSessionsAroundIt() {
        TradingCalendar calendar = calendar("IBM");
        LocalDate saturday = LocalDate.parse("2026-11-21");
        assertThat(calendar.date(calendar.onOrBefore(saturday))).isEqualTo("2026-11-20");
        assertThat(calendar.date(calendar.onOrAfter(saturday))).isEqualTo("2026-11-23");
    }

    private static TradingCalendar calendar(String symbol) {
        return new TradingCalendar(Exchanges.of(symbol).orElseThrow());
    }

    private static String open(TradingCalendar calendar, String date) {
        return Instant.ofEpochSecond(calendar.open(calendar.onOrAfter(LocalDate.parse(date))))
                .toString();
    }
}
