package io.openalpha.market;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The collected quotes, in table {@code quote}. */
public final class QuoteStore {

    private static final String UPSERT = """
            insert into quote (symbol, at, price, volume, currency, source, fetched_at)
            select * from unnest(:symbol::text[], :at::timestamptz[], :price::numeric[], :volume::bigint[],
                                 :currency::text[], :source::text[], :fetchedAt::timestamptz[])
            on conflict (symbol, at) do update set
                price = excluded.price, currency = excluded.currency,
                volume = case when excluded.volume = 0 then quote.volume else excluded.volume end,
                source = excluded.source, fetched_at = excluded.fetched_at""";

    /** The latest quote of at least half of a market's symbols tells its last session; a hundred of them are enough. */
    private static final String OLD = """
            with asked as (
                select q.symbol, q.at, symbol_market(q.symbol) as market, b.last,
                    ((q.at at time zone coalesce(b.zone, 'UTC')) + interval '7 hours')::date as day,
                    (:now::timestamptz at time zone coalesce(b.zone, 'UTC'))::date as today
                from latest_quote q left join (
                    select s.symbol, s.zone, d.date as last from bar_series s cross join lateral (
                        select date from daily_bar where symbol = s.symbol order by date desc limit 1) d) b
                    on b.symbol = q.symbol
                where cardinality(:names::text[]) = 0 or q.symbol = any(:names::text[])),
            session as (
                select m.market, count(*) as symbols, percentile_disc(0.5) within group (order by n.at desc) as at
                from (select distinct market from asked) m
                cross join lateral (
                    select name from symbol where enabled and symbol_market(name) = m.market order by name limit 100) p
                cross join lateral (select at from quote where symbol = p.name order by at desc limit 1) n
                group by m.market)
            select a.symbol from asked a left join session s on s.market = a.market
            where a.at < s.at - interval '12 hours' or a.day < a.last
                or (select count(*) from generate_series(a.day + 1, a.today - 1, interval '1 day') d
                    where extract(isodow from d) < 6) >= case when s.symbols > 2 then 5 else 2 end""";

    private final JdbcClient jdbc;
    private final QuotePartitions partitions;

    QuoteStore(JdbcClient jdbc, QuotePartitions partitions) {
        this.jdbc = jdbc;
        this.partitions = partitions;
    }

    /**
     * Stores quotes in one statement; one that is already stored for its symbol and time is replaced. No two of the
     * quotes may have the same symbol and time.
     */
    public void save(Collection<Quote> quotes) {
        if (quotes.isEmpty()) {
            return;
        }
        partitions.cover(quotes.stream().map(Quote::at).toList());
        jdbc.sql(UPSERT)
                .param("symbol", column(quotes, quote -> quote.symbol().name()))
                .param("at", column(quotes, quote -> quote.at().toString()))
                .param("price", column(quotes, quote -> quote.price().toPlainString()))
                .param("volume", column(quotes, quote -> Long.toString(quote.volume())))
                .param("currency", column(quotes, Quote::currency))
                .param("source", column(quotes, Quote::source))
                .param("fetchedAt", column(quotes, quote -> quote.fetchedAt().toString()))
                .update();
    }

    /** The latest quote of each of the given symbols, by name; of every symbol when none is given. */
    public List<Quote> latest(Collection<Symbol> symbols) {
        return jdbc.sql("""
                        select * from latest_quote
                        where cardinality(:names::text[]) = 0 or symbol = any(:names::text[])
                        order by symbol collate "C\"""")
                .param("names", symbols.stream().map(Symbol::name).toArray(String[]::new))
                .query(QuoteStore::quote)
                .list();
    }

    /**
     * Those of the given symbols, of all when none is given, whose latest quote is older than the last session of their
     * exchange: half of the symbols of their market have one of a later session, or the symbol has a later bar. Where
     * fewer than three symbols show the sessions, two weekdays have passed, for one may be a holiday.
     */
    public Set<Symbol> old(Collection<Symbol> symbols, Instant now) {
        return jdbc.sql(OLD)
                .param("now", now.toString())
                .param("names", symbols.stream().map(Symbol::name).toArray(String[]::new))
                .query((row, number) -> new Symbol(row.getString(1)))
                .set();
    }

    /**
     * The quotes fetched since an instant, of each symbol the one fetched last, by name: of the given symbols, or of
     * the enabled ones when none is given.
     */
    public List<Quote> fetchedSince(Instant since, Collection<Symbol> symbols) {
        return jdbc.sql("""
                        select q.* from symbol s
                        cross join lateral (
                            select * from quote where symbol = s.name and fetched_at >= :since::timestamptz
                            order by fetched_at desc, at desc limit 1) q
                        where (cardinality(:names::text[]) = 0 and s.enabled) or s.name = any(:names::text[])
                        order by s.name collate "C\"""")
                .param("since", since.toString())
                .param("names", symbols.stream().map(Symbol::name).toArray(String[]::new))
                .query(QuoteStore::quote)
                .list();
    }

    /** How young the newest quotes of the enabled symbols are. */
    public QuoteFreshness freshness() {
        return jdbc.sql("""
                        select count(*) filter (where q.fetched_at >= now() - make_interval(secs => :cycle)) as fresh,
                            count(*) filter (where q.fetched_at < now() - make_interval(secs => :cycle)) as stale,
                            count(*) filter (where q.fetched_at is null) as never, max(q.fetched_at) as newest
                        from symbol s left join latest_quote q on q.symbol = s.name where s.enabled""")
                .param("cycle", QuoteFreshness.CYCLE.toSeconds())
                .query((row, number) -> {
                    OffsetDateTime newest = row.getObject("newest", OffsetDateTime.class);
                    return new QuoteFreshness(
                            row.getLong("fresh"),
                            row.getLong("stale"),
                            row.getLong("never"),
                            newest == null ? null : newest.toInstant());
                })
                .single();
    }

    private static String[] column(Collection<Quote> quotes, Function<Quote, String> value) {
        return quotes.stream().map(value).toArray(String[]::new);
    }

    private static Quote quote(ResultSet row, int number) throws SQLException {
        return new Quote(
                new Symbol(row.getString("symbol")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBigDecimal("price").stripTrailingZeros(),
                row.getLong("volume"),
                row.getString("currency"),
                row.getString("source"),
                row.getObject("fetched_at", OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant());
    }
}
