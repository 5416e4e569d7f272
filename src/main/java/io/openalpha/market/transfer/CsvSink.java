package io.openalpha.market.transfer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes CSV as RFC 4180 has it, in UTF-8, with lines that end as on Unix. */
final class CsvSink implements TableSink {

    private final BufferedWriter file;

    CsvSink(Path path, List<FileColumn> columns) throws IOException {
        this.file = Files.newBufferedWriter(path);
        write(columns.stream().map(FileColumn::name).toArray());
    }

    @Override
    public void write(@Nullable Object... values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                file.write(',');
            }
            Object value = values[i];
            if (value != null) {
                file.write(value instanceof String text ? quoted(text) : value.toString());
            }
        }
        file.write('\n');
    }

    private static String quoted(String text) {
        boolean plain = text.equals(text.strip()) && text.chars().noneMatch(c -> c == ',' || c == '"' || c < ' ');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
