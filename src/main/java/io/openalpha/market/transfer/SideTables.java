package io.openalpha.market.transfer;

import io.openalpha.market.AcceptedConflict;
import io.openalpha.market.BarReader;
import io.openalpha.market.BarSeries;
import io.openalpha.market.CorporateAction;
import io.openalpha.market.Symbol;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an export has beside the bars, in temporary tables until the bars are stored. */
final class SideTables {

    private static final int BATCH = 1000;

    private final JdbcTemplate jdbc;

    /** @throws BarFileException if a row of a file makes no sense */
    SideTables(JdbcTemplate jdbc, Map<SideTable, Path> files) throws IOException {
        this.jdbc = jdbc;
        for (SideTable table : SideTable.values()) {
            jdbc.execute(table.temporaryTable());
            Path file = files.get(table);
            if (file != null) {
                load(table, file);
            }
        }
    }

    private void load(SideTable table, Path file) throws IOException {
        try (TableSource rows = ImportFiles.open(file)) {
            List<Object[]> batch = new ArrayList<>();
            while (rows.next()) {
                batch.add(row(table, rows));
                if (batch.size() == BATCH) {
                    jdbc.batchUpdate(table.insertion(), batch);
                    batch.clear();
                }
            }
            jdbc.batchUpdate(table.insertion(), batch);
        }
    }

    @SuppressWarnings("NullAway") // JDBC takes null for null.
    private static Object[] row(SideTable table, TableSource rows) {
        try {
            Object[] row = table.read(rows);
            table.check(row);
            return row;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BarFileException("%s: %s".formatted(rows.place(), e.getMessage()));
        }
    }

    /** The series that the export has; none of a file that is no export. */
    Map<Symbol, BarSeries> series() {
        Map<Symbol, BarSeries> series = new HashMap<>();
        jdbc.query("select * from import_series", row -> {
            BarSeries one = BarReader.series(row);
            series.put(one.symbol(), one);
        });
        return series;
    }

    /** The symbols that are in conflict, with series or without. */
    List<Symbol> conflicting() {
        return jdbc.query("select symbol from import_conflicts", (row, number) -> new Symbol(row.getString(1)));
    }

    /** The splits, dividends and capital gains that the export has, in the order of dates. */
    Map<Symbol, List<CorporateAction>> actions() {
        Map<Symbol, List<CorporateAction>> actions = new HashMap<>();
        jdbc.query("select * from import_actions order by date, kind", row -> {
            actions.computeIfAbsent(new Symbol(row.getString("symbol")), symbol -> new ArrayList<>())
                    .add(new CorporateAction(
                            row.getObject("date", LocalDate.class),
                            CorporateAction.Kind.of(row.getString("kind")),
                            row.getDouble("value"),
                            row.getDouble("per"),
                            null));
        });
        return actions;
    }

    /** What a person had accepted where the export was made. */
    Map<Symbol, Set<AcceptedConflict>> accepted() {
        Map<Symbol, Set<AcceptedConflict>> accepted = new HashMap<>();
        jdbc.query("select * from import_accepted", row -> {
            accepted.computeIfAbsent(new Symbol(row.getString("symbol")), symbol -> new HashSet<>())
                    .add(new AcceptedConflict(row.getString("rule"), row.getObject("date", LocalDate.class)));
        });
        return accepted;
    }

    /** Stores all of it, once the bars are stored. */
    void adopt(boolean merge) {
        if (!merge) {
            jdbc.update("""
                    update symbol y set title = coalesce(i.name, y.title), sector = coalesce(i.sector, y.sector),
                        exchange = i.exchange, currency = i.currency
                    from import_series i where y.name = i.symbol""");
        }
        JdbcClient client = JdbcClient.create(jdbc);
        for (SideTable table : SideTable.values()) {
            JdbcClient.StatementSpec adoption = client.sql(table.adoption());
            (table == SideTable.SERIES ? adoption.param("merge", merge) : adoption).update();
        }
    }
}
