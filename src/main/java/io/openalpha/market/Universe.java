package io.openalpha.market;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The instruments that OpenAlpha knows, in table {@code symbol}. */
public final class Universe {

    private static final String COLUMNS = "name, title, sector, exchange, currency, enabled, not_found_streak";

    private final JdbcClient jdbc;

    public Universe(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All instruments, or only the enabled ones, by name. */
    public List<Instrument> all(boolean enabledOnly) {
        return jdbc.sql("select " + COLUMNS
                        + " from symbol where enabled or not :enabledOnly order by name collate \"C\"")
                .param("enabledOnly", enabledOnly)
                .query(Universe::instrument)
                .list();
    }

    /** The next enabled symbols after {@code position} (exclusive) by name, at most {@code limit}. */
    public List<Symbol> enabledAfter(String position, int limit) {
        return jdbc.sql("select name from symbol where enabled and name collate \"C\" > :position"
                        + " order by name collate \"C\" limit :limit")
                .param("position", position)
                .param("limit", limit)
                .query((row, number) -> new Symbol(row.getString(1)))
                .list();
    }

    /**
     * The same of one part of several: each symbol is in the part that its hash falls on.
     *
     * @param part from 0 to one less than {@code parts}
     */
    public List<Symbol> enabledAfter(String position, int limit, int part, int parts) {
        return jdbc.sql("select name from symbol where enabled and name collate \"C\" > :position"
                        + " and symbol_hash(name) % :parts = :part order by name collate \"C\" limit :limit")
                .param("position", position)
                .param("limit", limit)
                .param("part", part)
                .param("parts", parts)
                .query((row, number) -> new Symbol(row.getString(1)))
                .list();
    }

    /** How many symbols are enabled. */
    public long enabledCount() {
        return jdbc.sql("select count(*) from symbol where enabled")
                .query(Long.class)
                .single();
    }

    /** Those of the given symbols that OpenAlpha does not know, by name. */
    public List<Symbol> unknown(Collection<Symbol> symbols) {
        return jdbc.sql("select distinct name collate \"C\" from unnest(:names::text[]) as name"
                        + " where name not in (select name from symbol) order by 1")
                .param("names", names(symbols))
                .query((row, number) -> new Symbol(row.getString(1)))
                .list();
    }

    /**
     * Adds or updates instruments; title and sector of a known one are kept where the new one has none. A disabled one
     * is enabled when the new one is, and its streak of "not found" begins anew.
     */
    public void save(Collection<Instrument> instruments) {
        // One statement takes no row twice; of two the later counts.
        Map<Symbol, Instrument> each = new LinkedHashMap<>();
        instruments.forEach(instrument -> each.put(instrument.symbol(), instrument));
        jdbc.sql("""
                        insert into symbol (name, title, sector, enabled)
                        select * from unnest(:names::text[], :titles::text[], :sectors::text[], :enabled::boolean[])
                        on conflict (name) do update set
                            title = coalesce(excluded.title, symbol.title),
                            sector = coalesce(excluded.sector, symbol.sector),
                            enabled = symbol.enabled or excluded.enabled,
                            not_found_streak = case when excluded.enabled and not symbol.enabled
                                then 0 else symbol.not_found_streak end""")
                .param("names", names(each.keySet()))
                .param("titles", column(each, Instrument::title))
                .param("sectors", column(each, Instrument::sector))
                .param("enabled", column(each, instrument -> Boolean.toString(instrument.enabled())))
                .update();
    }

    private static @Nullable String[] column(
            Map<Symbol, Instrument> instruments, Function<Instrument, @Nullable String> value) {
        return instruments.values().stream().map(value).toArray(String[]::new);
    }

    /** Includes symbols in the collection or sets them aside; the streak of "not found" begins anew. */
    public int enable(Collection<Symbol> symbols, boolean enabled) {
        return jdbc.sql("update symbol set enabled = :enabled, not_found_streak = 0 where name = any(:names::text[])")
                .param("enabled", enabled)
                .param("names", names(symbols))
                .update();
    }

    /** Notes that symbols were found: their streak of "not found" ends. */
    public void found(Collection<Symbol> symbols) {
        jdbc.sql("update symbol set not_found_streak = 0 where name = any(:names::text[]) and not_found_streak > 0")
                .param("names", names(symbols))
                .update();
    }

    /**
     * Notes that no source knew these symbols, once a day however often it is noted, and sets aside those that were not
     * found on {@code limit} days in a row.
     *
     * @return the symbols set aside by this call
     */
    public List<Symbol> notFound(Collection<Symbol> symbols, LocalDate today, int limit) {
        return jdbc.sql("""
                        with noted as (
                            update symbol set not_found_streak = not_found_streak + 1, last_not_found = :today,
                                enabled = not_found_streak + 1 < :limit
                            where name = any(:names::text[]) and enabled and last_not_found is distinct from :today
                            returning name, enabled)
                        select name from noted where not enabled order by name collate "C\"""")
                .param("today", today)
                .param("limit", limit)
                .param("names", names(symbols))
                .query((row, number) -> new Symbol(row.getString(1)))
                .list();
    }

    private static String[] names(Collection<Symbol> symbols) {
        return symbols.stream().map(Symbol::name).toArray(String[]::new);
    }

    private static Instrument instrument(ResultSet row, int number) throws SQLException {
        return new Instrument(
                new Symbol(row.getString("name")),
                row.getString("title"),
                row.getString("sector"),
                row.getString("exchange"),
                row.getString("currency"),
                row.getBoolean("enabled"),
                row.getInt("not_found_streak"));
    }
}
