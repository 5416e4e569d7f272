package io.openalpha.web.dashboard.data;

import io.openalpha.market.GapStore;
import io.openalpha.market.Symbol;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the pages about data ask of the database besides bars: one statement a method. */
final class SymbolTable {

    private static final int SOME = 20;

    private final JdbcClient jdbc;

    SymbolTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is known of a symbol.
     *
     * @param notFound days in a row on which no source knew it
     */
    record About(
            String name,
            @Nullable String title,
            @Nullable String sector,
            @Nullable String exchange,
            @Nullable String currency,
            boolean enabled,
            int notFound) {}

    Optional<About> about(Symbol symbol) {
        return jdbc.sql("""
                        select name, title, sector, exchange, currency, enabled, not_found_streak
                        from symbol where name = :symbol""")
                .param("symbol", symbol.name())
                .query((row, number) -> new About(
                        row.getString("name"),
                        row.getString("title"),
                        row.getString("sector"),
                        row.getString("exchange"),
                        row.getString("currency"),
                        row.getBoolean("enabled"),
                        row.getInt("not_found_streak")))
                .optional();
    }

    /** Days without a bar, those that follow one another (but for weekends) in one row; newest first. */
    List<GapRow> gaps(Symbol symbol) {
        return jdbc.sql("""
                        select min(date) as first, max(date) as last, count(*) as days, min(tries) as tries from (
                            select date, tries, sum(begins) over (order by date) as stretch from (
                                select date, least(tries, :most) as tries,
                                    case when date - lag(date) over (order by date) <= 4 then 0 else 1 end as begins
                                from bar_gap where symbol = :symbol) g) s
                        group by stretch order by first desc limit :some""")
                .param("symbol", symbol.name())
                .param("most", GapStore.TRIES)
                .param("some", SOME)
                .query((row, number) -> new GapRow(
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class),
                        row.getLong("days"),
                        row.getInt("tries")))
                .list();
    }

    /** The bars that were put aside last; of one symbol, or of all. */
    List<Quarantined> quarantine(@Nullable Symbol symbol) {
        return jdbc.sql("select symbol, date, reason, close, source, seen_at from bar_quarantine"
                        + (symbol == null ? "" : " where symbol = :symbol")
                        + " order by seen_at desc, symbol, date desc limit :some")
                .param("symbol", symbol == null ? null : symbol.name())
                .param("some", SOME)
                .query((row, number) -> new Quarantined(
                        row.getString("symbol"),
                        row.getObject("date", LocalDate.class),
                        row.getString("reason"),
                        row.getDouble("close"),
                        row.getString("source"),
                        instant(row, "seen_at")))
                .list();
    }

    List<RestatementRow> restatements(Symbol symbol) {
        return jdbc.sql("select at, date, reason from bar_restatement where symbol = :symbol"
                        + " order by at desc limit :some")
                .param("symbol", symbol.name())
                .param("some", SOME)
                .query((row, number) -> new RestatementRow(
                        instant(row, "at"), row.getObject("date", LocalDate.class), row.getString("reason")))
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
