package io.openalpha.web.dashboard.data;

import io.openalpha.market.GapStore;
import io.openalpha.market.Symbol;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
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

    /** The newest runs that could not have the symbol, newest first. */
    List<FailureRow> failures(Symbol symbol) {
        return jdbc.sql("""
                        select f.reason, f.detail, f.failed_at, i.job_name, (
                            select p.parameter_value from batch_job_execution e
                            join batch_job_execution_params p on p.job_execution_id = e.job_execution_id
                            where e.job_instance_id = f.job_instance_id and p.parameter_name = 'run.id' limit 1) as run_id
                        from (select * from run_failure where item = :symbol order by failed_at desc limit :some) f
                        join batch_job_instance i on i.job_instance_id = f.job_instance_id
                        order by f.failed_at desc""")
                .param("symbol", symbol.name())
                .param("some", SOME)
                .query((row, number) -> new FailureRow(
                        Objects.requireNonNullElse(row.getString("run_id"), ""),
                        row.getString("job_name"),
                        row.getString("reason"),
                        row.getString("detail"),
                        instant(row, "failed_at")))
                .list();
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
        return jdbc.sql(
                        "select at, date, reason from bar_restatement where symbol = :symbol order by at desc limit :some")
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
