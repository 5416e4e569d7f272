package io.openalpha.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DataCheckTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
    private static final Symbol ALONE = new Symbol("ALONE.XY");

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final DataCheck check = new DataCheck(JdbcClient.create(database.dataSource()));

    @Test
    void aSymbolAloneOnItsExchangeIsBehindWhereItsBarsEndedWeeksBeforeTheLastDayAskedFor() {
        store(FIRST.plusWeeks(4), FIRST.plusMonths(3));

        assertThat(health().behind()).isEqualTo(46);
        assertThat(health().isStale()).isTrue();
        assertThat(health().isClean()).isFalse();
    }

    @Test
    void aSymbolIsNotBehindWhereALongHolidayMayBeTheReason() {
        store(FIRST.plusWeeks(4), FIRST.plusWeeks(6));

        assertThat(health().behind()).isZero();
    }

    @Test
    void aSymbolIsNotBehindWhereNoLaterDayWasAskedFor() {
        store(FIRST.plusWeeks(4), FIRST.plusWeeks(4));

        assertThat(health().isClean()).isTrue();
    }

    private SeriesHealth health() {
        return check.health(List.of(ALONE)).get(0);
    }

    private void store(LocalDate end, LocalDate asked) {
        new Universe(JdbcClient.create(database.dataSource())).save(List.of(Instrument.listed(ALONE, null, null)));
        List<DailyBar> bars = FIRST.datesUntil(end)
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .map(day -> new DailyBar(day, 5, 6, 4, 5, 5, day.getDayOfMonth(), true))
                .toList();
        BarSeries series = new BarSeries(ALONE, "XYZ", "USD", ZoneOffset.UTC, true, FIRST, asked);
        BarUpdate whole = WholeHistory.of(ALONE, bars, List.of(), List.of());
        WholeHistory.save(
                database.dataSource(),
                List.of(new BarUpdate(
                        series,
                        FIRST,
                        asked,
                        true,
                        bars,
                        List.of(),
                        List.of(),
                        whole.source(),
                        whole.fetchedAt(),
                        null)));
    }
}
