package io.openalpha.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table for people, each as wide as its widest cell. Cells that are null are shown as a dash.
 *
 * @param <R> a row
 */
final class Table<R> {

    private static final String BETWEEN = "  ";

    private final List<Column<R>> columns = new ArrayList<>();

    private record Column<R>(String heading, boolean right, Function<R, @Nullable Object> value) {}

    /** Adds a column of texts. */
    Table<R> left(String heading, Function<R, @Nullable Object> value) {
        columns.add(new Column<>(heading, false, value));
        return this;
    }

    /** Adds a column of numbers. */
    Table<R> right(String heading, Function<R, @Nullable Object> value) {
        columns.add(new Column<>(heading, true, value));
        return this;
    }

    void print(List<? extends R> rows, PrintWriter out) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(Column::heading).toList());
        rows.forEach(row -> lines.add(
                columns.stream().map(column -> cell(column.value.apply(row))).toList()));
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            widths.add(Collections.max(
                    lines.stream().map(line -> line.get(column).length()).toList()));
        }
        lines.forEach(line -> out.println(line(line, widths)));
    }

    private String line(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String padding = " ".repeat(widths.get(i) - cells.get(i).length());
            String cell = columns.get(i).right ? padding + cells.get(i) : cells.get(i) + padding;
            line.append(i == 0 ? "" : BETWEEN).append(cell);
        }
        return line.toString().stripTrailing();
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
