package io.openalpha.market;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads daily bars and what belongs to them. */
public final class BarReader {

    /** Enough for an overlap and for the longest look back of {@link BarChecks}. */
    private static final int TAIL = 16;

    private final JdbcClient jdbc;

    BarReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is stored of each of these symbols, with its last few bars; symbols without bars are left out. */
    public Map<Symbol, StoredSeries> tails(Collection<Symbol> symbols) {
        return stored(symbols, jdbc.sql("""
                        select b.* from unnest(:names::text[]) n(name)
                        cross join lateral (select * from daily_bar where symbol = n.name order by date desc limit :tail) b
                        order by b.symbol, b.date""").param("tail", TAIL).param("names", names(symbols)));
    }

    /**
     * Days of one symbol.
     *
     * @param from the first
     * @param to the last
     */
    public record Span(Symbol symbol, LocalDate from, LocalDate to) {}

    /** What is stored of these symbols, with their bars of these days; symbols without stored bars are left out. */
    public Map<Symbol, StoredSeries> between(List<Span> spans) {
        List<Symbol> symbols = spans.stream().map(Span::symbol).toList();
        return stored(
                symbols,
                jdbc.sql("""
                        select b.* from unnest(:names::text[], :from::date[], :to::date[]) s(name, since, until)
                        cross join lateral (
                            select * from daily_bar where symbol = s.name and date between s.since and s.until offset 0) b
                        order by b.symbol, b.date""")
                        .param("names", names(symbols))
                        .param(
                                "from",
                                spans.stream()
                                        .map(span -> span.from().toString())
                                        .toArray(String[]::new))
                        .param(
                                "to",
                                spans.stream().map(span -> span.to().toString()).toArray(String[]::new)));
    }

    private Map<Symbol, StoredSeries> stored(Collection<Symbol> symbols, JdbcClient.StatementSpec bars) {
        Map<String, List<DailyBar>> tails = new HashMap<>();
        bars.query(row -> {
            tails.computeIfAbsent(row.getString("symbol"), name -> new ArrayList<>())
                    .add(bar(row));
        });
        Map<String, List<CorporateAction>> actions = actions(symbols);
        Map<Symbol, StoredSeries> stored = new HashMap<>();
        jdbc.sql("select * from bar_series where symbol = any(:names::text[])")
                .param("names", names(symbols))
                .query(row -> {
                    BarSeries series = series(row);
                    String name = series.symbol().name();
                    stored.put(
                            series.symbol(),
                            new StoredSeries(
                                    series,
                                    tails.getOrDefault(name, List.of()),
                                    actions.getOrDefault(name, List.of())));
                });
        return stored;
    }

    /** How much is stored of a symbol; empty if nothing is. */
    public Optional<StoredExtent> extent(Symbol symbol) {
        return jdbc.sql("""
                        select count(*) as bars, min(date) as first, max(date) as last,
                            count(*) filter (where volume > 0) as with_volume,
                            count(*) filter (where abs(adjusted_close / close - 1) > :rounding) as adjusted
                        from daily_bar where symbol = :symbol having count(*) > 0""")
                .param("symbol", symbol.name())
                .param("rounding", BarChecks.ROUNDING)
                .query((row, number) -> new StoredExtent(
                        row.getLong("bars"),
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class),
                        row.getLong("with_volume"),
                        row.getLong("adjusted")))
                .optional();
    }

    private Map<String, List<CorporateAction>> actions(Collection<Symbol> symbols) {
        Map<String, List<CorporateAction>> actions = new HashMap<>();
        jdbc.sql("select * from corporate_action where symbol = any(:names::text[]) order by symbol, date, kind")
                .param("names", names(symbols))
                .query(row -> {
                    actions.computeIfAbsent(row.getString("symbol"), name -> new ArrayList<>())
                            .add(action(row));
                });
        return actions;
    }

    /** The splits, dividends and capital gains of a symbol, in the order of dates. */
    public List<CorporateAction> actions(Symbol symbol) {
        return actions(List.of(symbol)).getOrDefault(symbol.name(), List.of());
    }

    /**
     * The stored bars of these symbols, of every symbol when there are none, in the order of symbols and dates. They
     * come as they are read, so the stream must be closed; inside a transaction memory does not grow with their number.
     */
    public Stream<StoredBar> stream(Collection<Symbol> symbols, LocalDate from, LocalDate to) {
        return jdbc
                .sql("""
                        select * from daily_bar
                        where (cardinality(:names::text[]) = 0 or symbol = any(:names::text[]))
                            and date between :from and :to
                        order by symbol, date""")
                .param("names", names(symbols))
                .param("from", from)
                .param("to", to)
                .withFetchSize(5000)
                .query((row, number) -> new StoredBar(
                        new Symbol(row.getString("symbol")),
                        bar(row),
                        row.getString("source"),
                        instant(row, "fetched_at")))
                .stream();
    }

    /**
     * The bars that training may use: final ones with an adjusted close.
     *
     * @param symbols that have any
     */
    public record CleanBars(long rows, long symbols) {}

    /** How many bars training may use. */
    public CleanBars clean() {
        return jdbc.sql("select count(*) as rows, count(distinct symbol) as symbols from daily_bar where final"
                        + " and adjusted")
                .query((row, number) -> new CleanBars(row.getLong("rows"), row.getLong("symbols")))
                .single();
    }

    /**
     * Tells one state of the stored bars from another: when bars are stored, the mark is another one.
     *
     * @param series symbols that have bars
     * @param asked sum of the seconds at which each was last asked for, or came into conflict
     * @param newest the last day with a final bar that has an adjusted close; null if there is none
     */
    public record Mark(
            long series, BigDecimal asked, @Nullable LocalDate newest) {}

    /** The present mark; takes a few milliseconds, however long the history is. */
    public Mark mark() {
        return jdbc.sql("""
                        select count(*) as series, coalesce(sum(extract(epoch from asked_at)), 0)
                            + (select coalesce(sum(extract(epoch from seen_at)), 0) from bar_conflict) as asked, max(n.date) as newest
                        from bar_series s left join lateral (
                            select date from daily_bar b where b.symbol = s.symbol and final and adjusted
                            order by date desc limit 1) n on true""")
                .query((row, number) -> new Mark(
                        row.getLong("series"), row.getBigDecimal("asked"), row.getObject("newest", LocalDate.class)))
                .single();
    }

    /** The symbols that have bars, in their order. */
    public List<Symbol> symbols() {
        return jdbc.sql("select symbol from bar_series order by symbol collate \"C\"")
                .query((row, number) -> new Symbol(row.getString(1)))
                .list();
    }

    /** The years that have bars, in their order. */
    public List<Integer> years() {
        return jdbc.sql("select distinct extract(year from date)::int from daily_bar order by 1")
                .query((row, number) -> row.getInt(1))
                .list();
    }

    private static String[] names(Collection<Symbol> symbols) {
        return symbols.stream().map(Symbol::name).toArray(String[]::new);
    }

    /** A bar from a row with the columns of table {@code daily_bar}. */
    public static DailyBar bar(ResultSet row) throws SQLException {
        return new DailyBar(
                row.getObject("date", LocalDate.class),
                row.getDouble("open"),
                row.getDouble("high"),
                row.getDouble("low"),
                row.getDouble("close"),
                row.getDouble("adjusted_close"),
                row.getLong("volume"),
                row.getBoolean("final"),
                row.getBoolean("adjusted"));
    }

    /** A series from a row with the columns of table {@code bar_series}. */
    public static BarSeries series(ResultSet row) throws SQLException {
        return new BarSeries(
                new Symbol(row.getString("symbol")),
                row.getString("exchange"),
                row.getString("currency"),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("adjusted"),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class));
    }

    private static CorporateAction action(ResultSet row) throws SQLException {
        return new CorporateAction(
                row.getObject("date", LocalDate.class),
                CorporateAction.Kind.of(row.getString("kind")),
                row.getDouble("value"),
                row.getDouble("per"),
                null);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
