package io.openalpha.market;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes daily bars and all that belongs to them. Everything happens in the caller's transaction; without one it would
 * not be all or nothing.
 */
public final class BarStore {

    private static final String STAGING =
            "create temporary table if not exists bar_staging" + " (like daily_bar) on commit delete rows";

    /** A volume of 0 replaces none: sources leave volumes out, and do not take them back. */
    private static final String MERGE = """
            insert into daily_bar as b (%1$s) select %1$s from bar_staging
            on conflict (symbol, date) do update set
                open = excluded.open, high = excluded.high, low = excluded.low, close = excluded.close,
                adjusted_close = excluded.adjusted_close, final = excluded.final,
                volume = case when excluded.volume = 0 and b.final then b.volume else excluded.volume end,
                adjusted = excluded.adjusted, source = excluded.source, fetched_at = excluded.fetched_at
            where (b.open, b.high, b.low, b.close, b.adjusted_close, b.volume, b.final, b.source)
                is distinct from (excluded.open, excluded.high, excluded.low, excluded.close,
                                  excluded.adjusted_close, excluded.volume, excluded.final, excluded.source)
            """.formatted(BarCopy.COLUMNS);

    /** What a whole history takes the place of. */
    private static final List<String> EMPTIED =
            List.of("daily_bar", "bar_quarantine", "corporate_action", "bar_gap", "bar_repair", "accepted_conflict");

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final SeriesRows series;
    private final StoredDays days;

    BarStore(JdbcTemplate template, StoredDays days) {
        this.template = template;
        this.days = days;
        this.jdbc = JdbcClient.create(template);
        this.series = new SeriesRows(template);
    }

    /** Stores updates; no two of them may be of the same symbol. */
    public void save(List<BarUpdate> updates) {
        if (updates.isEmpty()) {
            return;
        }
        series.save(updates);
        remove(updates.stream().filter(BarUpdate::whole).map(BarUpdate::symbol).toList());
        series.replaceQuarantine(updates);
        series.replaceActions(updates);
        series.noteRestatements(updates);
        series.replaceRepairs(updates);
        series.endConflicts(updates);
        series.noteAccepted(updates);
        Map<Boolean, List<BarUpdate>> byKind = updates.stream().collect(Collectors.partitioningBy(BarUpdate::whole));
        template.execute(
                (ConnectionCallback<Long>) connection -> replace(connection, byKind.getOrDefault(true, List.of()))
                        + merge(connection, byKind.getOrDefault(false, List.of())));
        series.noteUnpriced(updates);
        days.noteOnCommit(updates);
    }

    /** Whole histories have nothing left to merge with, so they go where they belong at once. */
    private static long replace(Connection connection, List<BarUpdate> updates) throws SQLException {
        return updates.isEmpty() ? 0 : BarCopy.send(connection, "daily_bar", updates);
    }

    private static long merge(Connection connection, List<BarUpdate> updates) throws SQLException {
        if (updates.isEmpty()) {
            return 0;
        }
        try (var statement = connection.createStatement()) {
            statement.execute(STAGING);
            statement.execute("truncate bar_staging");
            BarCopy.send(connection, "bar_staging", updates);
            return statement.executeUpdate(MERGE);
        }
    }

    private void remove(Collection<Symbol> symbols) {
        if (!symbols.isEmpty()) {
            String[] names = symbols.stream().map(Symbol::name).toArray(String[]::new);
            for (String table : EMPTIED) {
                jdbc.sql("delete from " + table + " where symbol = any(:names::text[])")
                        .param("names", names)
                        .update();
            }
        }
    }
}
