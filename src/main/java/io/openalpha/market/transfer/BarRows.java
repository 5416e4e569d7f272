package io.openalpha.market.transfer;

import io.openalpha.market.DailyBar;
import io.openalpha.market.Symbol;
import java.time.DateTimeException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The daily bars of a file, row by row. */
final class BarRows {

    /** The columns of an export; a file may lack the optional ones, and "final" and "source". */
    static final List<FileColumn> COLUMNS = List.of(
            FileColumn.of("symbol", FileColumn.Type.TEXT),
            FileColumn.of("date", FileColumn.Type.DATE),
            FileColumn.of("open", FileColumn.Type.NUMBER),
            FileColumn.of("high", FileColumn.Type.NUMBER),
            FileColumn.of("low", FileColumn.Type.NUMBER),
            FileColumn.of("close", FileColumn.Type.NUMBER),
            FileColumn.of("adjusted_close", FileColumn.Type.NUMBER).orNull(),
            FileColumn.of("volume", FileColumn.Type.COUNT),
            FileColumn.of("final", FileColumn.Type.FLAG),
            FileColumn.of("source", FileColumn.Type.TEXT));

    /** What a file that names no source comes from, and an exchange of which nothing is known. */
    static final String IMPORTED = "import";

    static final int LONGEST_SOURCE = 32;

    private final TableSource table;
    private final @Nullable Symbol symbol;

    /**
     * @param symbol of a file that names none
     * @throws BarFileException if a column is missing
     */
    BarRows(TableSource table, @Nullable Symbol symbol) {
        this.table = table;
        this.symbol = symbol;
        for (String column : List.of("date", "open", "high", "low", "close", "volume")) {
            require(column, "");
        }
        if (symbol == null) {
            require("symbol", ", or --symbol");
        }
    }

    private void require(String column, String otherwise) {
        if (!table.columns().contains(column)) {
            throw new BarFileException("%s: column '%s' is missing; expected are %s%s"
                    .formatted(
                            table.place(),
                            column,
                            COLUMNS.stream().map(FileColumn::name).toList(),
                            otherwise));
        }
    }

    /** Whether prices are as traded, with the splits beside them. */
    boolean asTraded() {
        return table.columns().contains("split_coefficient");
    }

    boolean next() {
        return table.next();
    }

    long number() {
        return table.number();
    }

    /** @throws BarFileException if the row makes no sense */
    ImportRow row() {
        try {
            return new ImportRow(
                    named(), bar(), optional("dividend_amount", 0), optional("split_coefficient", 1), source());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BarFileException("%s: %s".formatted(table.place(), e.getMessage()));
        }
    }

    private Symbol named() {
        Object value = table.value("symbol");
        if (symbol == null) {
            return FileValues.symbol(value);
        }
        if (value != null && !FileValues.symbol(value).equals(symbol)) {
            throw new IllegalArgumentException("symbol '%s' is not the %s of --symbol".formatted(value, symbol));
        }
        return symbol;
    }

    private DailyBar bar() {
        Set<String> columns = table.columns();
        Object adjustedClose = table.value("adjusted_close");
        return new DailyBar(
                FileValues.date("date", table.value("date")),
                price("open"),
                price("high"),
                price("low"),
                price("close"),
                adjustedClose == null ? 0 : FileValues.price("adjusted_close", adjustedClose),
                FileValues.count("volume", table.value("volume")),
                !columns.contains("final") || FileValues.flag("final", table.value("final")),
                adjustedClose != null);
    }

    private double price(String column) {
        return FileValues.price(column, table.value(column));
    }

    private double optional(String column, double otherwise) {
        Object value = table.value(column);
        return value == null ? otherwise : FileValues.number(column, value);
    }

    private String source() {
        Object value = table.value("source");
        return value == null ? IMPORTED : FileValues.text("source", value, LONGEST_SOURCE);
    }
}
