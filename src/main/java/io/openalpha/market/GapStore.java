package io.openalpha.market;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Days on which at least half of an exchange's symbols traded and one has no bar, between its first and its last. A bar
 * in quarantine is no gap.
 */
public final class GapStore {

    /** Tries after which a day is taken to be absent. */
    public static final int TRIES = 3;

    private static final String SERIES = "select symbol, exchange, asked_at from bar_series";

    /** A row a symbol, with all its days in four bytes each, is a tenth of the work of a row a day. */
    private static final String TRADED = """
            select s.symbol, s.exchange, d.days,
                (select min(date) from daily_bar b where b.symbol = s.symbol) as first,
                (select max(date) from daily_bar b where b.symbol = s.symbol) as last
            from bar_series s cross join lateral (
                select string_agg(int4send(date - :from::date), '') as days from daily_bar b
                where b.symbol = s.symbol and b.date >= :from) d
            where s.symbol = any(:names::text[]) and d.days is not null""";

    private static final String INSERT = """
            insert into bar_gap (symbol, date, found_at)
            select u.symbol, u.day, now() from unnest(:symbols::text[], :days::date[]) u (symbol, day)
            where not exists (select from bar_quarantine q where q.symbol = u.symbol and q.date = u.day)
            on conflict do nothing""";

    private final JdbcClient jdbc;
    private final StoredDays stored;

    GapStore(JdbcClient jdbc, StoredDays stored) {
        this.jdbc = jdbc;
        this.stored = stored;
    }

    /**
     * Days without a bar that are to be asked for again.
     *
     * @param first the earliest
     * @param last the latest
     */
    public record Gap(Symbol symbol, LocalDate first, LocalDate last) {}

    /** Looks for gaps among the days asked for since the last look, and removes those that have a bar by now. */
    public void find() {
        jdbc.sql("select min(gaps_from) from bar_series")
                .query((row, number) -> row.getObject(1, LocalDate.class))
                .optional()
                .ifPresent(this::find);
        stored.forget();
        jdbc.sql("update bar_series set gaps_from = null where gaps_from is not null")
                .update();
        jdbc.sql("delete from bar_gap g using daily_bar b where b.symbol = g.symbol and b.date = g.date")
                .update();
    }

    private void find(LocalDate from) {
        Map<String, List<TradedDays>> byExchange =
                traded(from).stream().collect(Collectors.groupingBy(TradedDays::exchange));
        List<String> symbols = new ArrayList<>();
        List<String> days = new ArrayList<>();
        for (List<TradedDays> all : byExchange.values()) {
            Sessions sessions = new Sessions(all);
            all.forEach(one -> sessions.missing(one).stream().forEach(day -> {
                symbols.add(one.symbol().name());
                days.add(from.plusDays(day).toString());
            }));
        }
        jdbc.sql(INSERT)
                .param("symbols", symbols.toArray(String[]::new))
                .param("days", days.toArray(String[]::new))
                .update();
    }

    /** From memory what this run has written itself, and the others from the table. */
    private List<TradedDays> traded(LocalDate from) {
        List<TradedDays> traded = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        jdbc.sql(SERIES).query(row -> {
            Symbol symbol = new Symbol(row.getString("symbol"));
            Instant askedAt = row.getObject("asked_at", OffsetDateTime.class).toInstant();
            TradedDays known = stored.since(from, symbol, row.getString("exchange"), askedAt);
            if (known == null) {
                unknown.add(symbol.name());
            } else if (!known.days().isEmpty()) {
                traded.add(known);
            }
        });
        if (!unknown.isEmpty()) {
            traded.addAll(read(unknown, from));
        }
        return traded;
    }

    private List<TradedDays> read(List<String> names, LocalDate from) {
        return jdbc.sql(TRADED)
                .param("from", from)
                .param("names", names.toArray(String[]::new))
                .query((row, number) -> traded(row, from))
                .list();
    }

    private static TradedDays traded(ResultSet row, LocalDate from) throws SQLException {
        BitSet days = new BitSet();
        IntBuffer since = ByteBuffer.wrap(row.getBytes("days")).asIntBuffer();
        while (since.hasRemaining()) {
            days.set(since.get());
        }
        int first = TradedDays.since(from, row.getObject("first", LocalDate.class));
        int last = TradedDays.since(from, row.getObject("last", LocalDate.class));
        return new TradedDays(new Symbol(row.getString("symbol")), row.getString("exchange"), first, last, days);
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

    /**
     * Records that these symbols' gaps were asked for: removes those that have a bar now, counts a try for the rest.
     */
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
