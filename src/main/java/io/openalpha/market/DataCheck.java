package io.openalpha.market;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks over everything that is stored as daily bars. */
public final class DataCheck {

    private static final String HEALTH = """
            with named as (
                select name from unnest(:names::text[]) n(name)
                union select s.name from symbol s where cardinality(:names::text[]) = 0 and (
                    s.enabled or exists (select from bar_series bs where bs.symbol = s.name)
                        or exists (select from bar_conflict c where c.symbol = s.name))),
            chosen as (
                select n.name, bs.exchange, bs.adjusted, bs.until from named n left join bar_series bs on bs.symbol = n.name),
            bars as (
                select symbol, min(date) as first, max(date) as last, count(*) as bars from daily_bar group by symbol),
            size as (select exchange, count(*) as symbols from bar_series group by exchange),
            session as (
                select s.exchange, b.date from daily_bar b join bar_series s on s.symbol = b.symbol
                join size z on z.exchange = s.exchange
                where b.date > (select max(last) from bars) - 60 group by s.exchange, b.date, z.symbols having 2 * count(*) >= z.symbols)
            select w.name, b.first, b.last, coalesce(b.bars, 0) as bars, w.adjusted is false as as_traded,
                (select count(*) from bar_gap g where g.symbol = w.name and g.tries < :tries) as gaps,
                (select count(*) from bar_gap g where g.symbol = w.name and g.tries = 0) as unasked,
                (select count(*) from bar_gap g where g.symbol = w.name and g.tries >= :tries) as absent,
                (select count(*) from bar_quarantine q where q.symbol = w.name) as quarantined,
                (select count(*) from bar_restatement r where r.symbol = w.name) as restatements,
                (select count(*) from bar_repair r where r.symbol = w.name) as repaired,
                (select rule || ': stored are ' || stored || ', ' || source || ' has ' || answered
                    from bar_conflict c where c.symbol = w.name) as conflict,
                greatest(
                    (select count(*) from session d where d.exchange = w.exchange and d.date > b.last),
                    case when e.weekdays > 10 then e.weekdays end) as behind
            from chosen w left join bars b on b.symbol = w.name
            cross join lateral (
                select count(*) as weekdays from generate_series(b.last + 1, w.until - 1, interval '1 day') d
                where extract(isodow from d) < 6) e
            order by w.name collate "C\"""";

    private final JdbcClient jdbc;

    DataCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The health of these symbols, by name; when there are none, of every symbol that is enabled or has bars. */
    public List<SeriesHealth> health(Collection<Symbol> symbols) {
        return jdbc.sql(HEALTH)
                .param("names", symbols.stream().map(Symbol::name).toArray(String[]::new))
                .param("tries", GapStore.TRIES)
                .query(DataCheck::health)
                .list();
    }

    private static SeriesHealth health(ResultSet row, int number) throws SQLException {
        return new SeriesHealth(
                new Symbol(row.getString("name")),
                row.getObject("first", LocalDate.class),
                row.getObject("last", LocalDate.class),
                row.getLong("bars"),
                row.getLong("gaps"),
                row.getLong("unasked"),
                row.getLong("absent"),
                row.getLong("quarantined"),
                row.getLong("restatements"),
                row.getLong("behind"),
                row.getBoolean("as_traded"),
                row.getLong("repaired"),
                row.getString("conflict"));
    }
}
