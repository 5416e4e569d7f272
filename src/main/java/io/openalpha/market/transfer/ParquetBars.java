package io.openalpha.market.transfer;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Symbol;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Parquet file of bars, with the columns of an export. */
final class ParquetBars implements BarSource {

    private final Path file;
    private final Stream<Map<String, Object>> rows;
    private final Iterator<Map<String, Object>> next;
    private long line;

    ParquetBars(Path file) throws IOException {
        this.file = file;
        try {
            this.rows = ParquetReader.streamContent(file.toFile(), new Row());
        } catch (RuntimeException e) {
            throw new BarFileException("%s: is not a Parquet file".formatted(file));
        }
        this.next = rows.iterator();
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public boolean asTraded() {
        return false;
    }

    @Override
    public boolean hasNext() {
        return next.hasNext();
    }

    @Override
    public ImportRow next() {
        line++;
        try {
            return row(next.next());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BarFileException("%s, row %s: %s".formatted(file, line, e.getMessage()));
        }
    }

    private static ImportRow row(Map<String, Object> values) {
        Object adjustedClose = values.get("adjusted_close");
        Object source = values.get("source");
        DailyBar bar = new DailyBar(
                date(values.get("date")),
                number(values, "open"),
                number(values, "high"),
                number(values, "low"),
                number(values, "close"),
                adjustedClose == null ? 0 : number(values, "adjusted_close"),
                (long) number(values, "volume"),
                !Boolean.FALSE.equals(values.get("final")),
                adjustedClose != null);
        return new ImportRow(
                Symbol.of(String.valueOf(values.get("symbol"))),
                bar,
                0,
                1,
                source == null ? CsvBars.IMPORTED : source.toString());
    }

    private static LocalDate date(@Nullable Object value) {
        return value instanceof Integer day ? LocalDate.ofEpochDay(day) : LocalDate.parse(String.valueOf(value));
    }

    private static double number(Map<String, Object> values, String column) {
        if (values.get(column) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("%s '%s' is not a number".formatted(column, values.get(column)));
    }

    @Override
    public void close() {
        rows.close();
    }

    /** Collects the values of a row by their columns. */
    private static final class Row implements Hydrator<Map<String, Object>, Map<String, Object>, String[]> {

        @Override
        public Map<String, Object> start() {
            return new HashMap<>();
        }

        @Override
        public Map<String, Object> add(Map<String, Object> target, String[] path, Object value) {
            target.put(path[0], value);
            return target;
        }

        @Override
        public Map<String, Object> finish(Map<String, Object> target) {
            return target;
        }
    }
}
