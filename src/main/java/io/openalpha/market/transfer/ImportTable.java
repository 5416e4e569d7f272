package io.openalpha.market.transfer;

import io.openalpha.market.BarReader;
import io.openalpha.market.BinaryCopy;
import io.openalpha.market.Symbol;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** A temporary table for the lines of one file, so that they need neither be sorted nor fit into memory. */
final class ImportTable {

    private static final int COLUMNS = 13;

    private final JdbcTemplate jdbc;

    ImportTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.execute("""
                create temporary table bar_import (
                    line bigint, symbol text collate "C", date date, open double precision, high double precision,
                    low double precision, close double precision, adjusted_close double precision, volume bigint,
                    final boolean, dividend double precision, split double precision, source text) on commit drop""");
    }

    /** Loads all rows of a file. */
    void load(BarRows rows) {
        jdbc.execute((ConnectionCallback<Long>) connection -> copy(connection, rows));
    }

    /** Must follow before anything is read. */
    void sort() {
        jdbc.execute("create index on bar_import (symbol, date, line)");
    }

    private static long copy(Connection connection, BarRows rows) throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(connection, "bar_import")) {
            while (rows.next()) {
                ImportRow row = rows.row();
                copy.row(COLUMNS);
                copy.number(rows.number());
                copy.text(BinaryCopy.utf8(row.symbol().name()));
                copy.bar(row.bar());
                copy.number(row.dividend());
                copy.number(row.split());
                copy.text(BinaryCopy.utf8(row.source()));
            }
            return copy.finish();
        }
    }

    List<Symbol> symbols() {
        return jdbc.query(
                "select distinct symbol from bar_import order by symbol",
                (row, number) -> new Symbol(row.getString(1)));
    }

    /**
     * How many of the stored bars will be replaced.
     *
     * @param merge whether only those of the same days do
     */
    long replaced(boolean merge) {
        return replaced(merge, "");
    }

    private long replaced(boolean merge, String condition, Object... parameters) {
        String sameDay = merge ? "and i.date = b.date" : "";
        return Objects.requireNonNull(jdbc.queryForObject("""
                select count(*) from daily_bar b
                where exists (select from bar_import i where i.symbol = b.symbol %s) %s""".formatted(sameDay, condition), Long.class, parameters));
    }

    /**
     * Forgets the rows of a symbol.
     *
     * @return how many of the stored bars they would have replaced
     */
    long leaveOut(Symbol symbol, boolean merge) {
        long kept = replaced(merge, "and b.symbol = ?", symbol.name());
        jdbc.update("delete from bar_import where symbol = ?", symbol.name());
        return kept;
    }

    /** Gives the stored bars of symbols that come from several sources each its own. */
    void restoreSources() {
        jdbc.update("""
                update daily_bar b set source = i.source
                from (select distinct on (symbol, date) symbol, date, source from bar_import
                      where symbol in (select symbol from bar_import group by symbol having min(source) < max(source))
                      order by symbol, date, line desc) i
                where b.symbol = i.symbol and b.date = i.date and b.source <> i.source""");
    }

    /** The rows of a symbol in the order of dates, and of lines on one date. */
    List<ImportRow> of(Symbol symbol) {
        return jdbc.query(
                "select *, adjusted_close is not null as adjusted from bar_import where symbol = ? order by date, line",
                (row, number) -> row(symbol, row),
                symbol.name());
    }

    private static ImportRow row(Symbol symbol, ResultSet row) throws SQLException {
        return new ImportRow(
                symbol, BarReader.bar(row), row.getDouble("dividend"), row.getDouble("split"), row.getString("source"));
    }
}
