package io.openalpha.market;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Days on which at least half of an exchange's symbols traded and one has no bar, between its first and its last. A bar in
 * quarantine is no gap.
 */
public final class GapStore {

    /** Tries after which a day is taken to be absent. */
    public static final int TRIES = 3;

    /** Symbols that lack nothing are told by counting, so that only the days of the others are looked at one by one. */
    private static final String FIND = """
            with span as materialized (
                select s.symbol, s.exchange, (select min(date) from daily_bar b where b.symbol = s.symbol) as first,
                    (select max(date) from daily_bar b where b.symbol = s.symbol) as last from bar_series s),
            traded as (
                select s.exchange, b.date, count(*) as symbols from daily_bar b join bar_series s on s.symbol = b.symbol
                where b.date >= :from group by s.exchange, b.date),
            session as materialized (
                select t.exchange, t.date from traded t where 2 * t.symbols >= (
                    select count(*) from span p where p.exchange = t.exchange and t.date between p.first and p.last)),
            due as (
                select p.symbol, count(*) as days from span p
                join session d on d.exchange = p.exchange and d.date between p.first and p.last group by p.symbol),
            held as (
                select b.symbol, count(*) as days from daily_bar b join bar_series s on s.symbol = b.symbol
                join session d on d.exchange = s.exchange and d.date = b.date
                where b.date >= :from group by b.symbol)
            insert into bar_gap (symbol, date, found_at)
            select p.symbol, d.date, now() from span p
            join due on due.symbol = p.symbol
            left join held on held.symbol = p.symbol
            join session d on d.exchange = p.exchange and d.date between p.first and p.last
            where due.days > coalesce(held.days, 0)
                and not exists (select from daily_bar b where b.symbol = p.symbol and b.date = d.date)
                and not exists (select from bar_quarantine q where q.symbol = p.symbol and q.date = d.date)
            on conflict do nothing""";

    private final JdbcClient jdbc;

    GapStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Days without a bar that are to be asked for again.
     *
     * @param first the earliest
     * @param last the latest
     */
    public record Gap(Symbol symbol, LocalDate first, LocalDate last) {}

    /** Looks for gaps among the days that were asked for since the last look. */
    public void find() {
        jdbc.sql("select min(gaps_from) from bar_series")
                .query((row, number) -> row.getObject(1, LocalDate.class))
                .optional()
                .ifPresent(from -> jdbc.sql(FIND).param("from", from).update());
        jdbc.sql("update bar_series set gaps_from = null where gaps_from is not null")
                .update();
    }

    /** The symbols that have gaps which were not yet tried often enough, by name. */
    public List<Gap> open() {
        return jdbc.sql("""
                        select symbol, min(date) as first, max(date) as last from bar_gap where tries < :tries
                        group by symbol order by symbol""")
                .param("tries", TRIES)
                .query((row, number) -> new Gap(
                        new Symbol(row.getString("symbol")),
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class)))
                .list();
    }

    /** Notes that these symbols' gaps were asked for: those that have a bar now are gone, the others were tried once more. */
    public void tried(Collection<Symbol> symbols) {
        String[] names = symbols.stream().map(Symbol::name).toArray(String[]::new);
        jdbc.sql("""
                        delete from bar_gap g using daily_bar b
                        where g.symbol = any(:names::text[]) and b.symbol = g.symbol and b.date = g.date""").param("names", names).update();
        jdbc.sql("""
                        update bar_gap set tries = tries + 1, tried_at = now()
                        where symbol = any(:names::text[]) and tries < :tries""").param("names", names).param("tries", TRIES).update();
    }
}
