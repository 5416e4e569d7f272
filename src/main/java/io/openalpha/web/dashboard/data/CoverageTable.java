package io.openalpha.web.dashboard.data;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts bars by symbol and month. It takes a second for a million bars. */
final class CoverageTable {

    private final JdbcClient jdbc;

    CoverageTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Cell(String symbol, String exchange, LocalDate month, int bars) {}

    private record Sessions(String exchange, LocalDate month, int days) {}

    Coverage read() {
        List<Cell> cells = jdbc.sql("""
                        select b.symbol, s.exchange, b.month, b.bars from (
                            select symbol, date_trunc('month', date)::date as month, count(*)::int as bars
                            from daily_bar group by symbol, 2) b
                        join bar_series s on s.symbol = b.symbol""")
                .query((row, number) -> new Cell(
                        row.getString("symbol"),
                        row.getString("exchange"),
                        row.getObject("month", LocalDate.class),
                        row.getInt("bars")))
                .list();
        if (cells.isEmpty()) {
            return new Coverage(List.of(), Map.of(), Map.of());
        }
        return coverage(cells, sessions());
    }

    private List<Sessions> sessions() {
        return jdbc.sql("""
                        select exchange, date_trunc('month', date)::date as month, count(*)::int as days from (
                            select s.exchange, b.date, count(*) as symbols from daily_bar b
                            join bar_series s on s.symbol = b.symbol group by s.exchange, b.date) d
                        where 2 * symbols >= (
                            select count(*) from bar_series z where z.exchange = d.exchange and z.since <= d.date) * 0.5
                        group by exchange, 2""")
                .query((row, number) -> new Sessions(
                        row.getString("exchange"), row.getObject("month", LocalDate.class), row.getInt("days")))
                .list();
    }

    private static Coverage coverage(List<Cell> cells, List<Sessions> sessions) {
        YearMonth first = YearMonth.from(
                cells.stream().map(Cell::month).min(LocalDate::compareTo).orElseThrow());
        YearMonth last = YearMonth.from(
                cells.stream().map(Cell::month).max(LocalDate::compareTo).orElseThrow());
        int length = (int) first.until(last, ChronoUnit.MONTHS) + 1;
        Map<String, int[]> days = new TreeMap<>();
        sessions.forEach(one ->
                days.computeIfAbsent(one.exchange, exchange -> new int[length])[index(first, one.month)] = one.days);
        Map<String, int[]> bars = new TreeMap<>();
        Map<String, int[]> expected = new TreeMap<>();
        cells.forEach(cell -> {
            bars.computeIfAbsent(cell.symbol, symbol -> new int[length])[index(first, cell.month)] = cell.bars;
            expected.put(cell.symbol, days.getOrDefault(cell.exchange, new int[length]));
        });
        return new Coverage(
                IntStream.range(0, length).mapToObj(first::plusMonths).toList(), bars, expected);
    }

    private static int index(YearMonth first, LocalDate month) {
        return (int) first.until(YearMonth.from(month), ChronoUnit.MONTHS);
    }
}
