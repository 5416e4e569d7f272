package io.openalpha.market.transfer;

import io.openalpha.format.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes CSV after RFC 4180, in UTF-8, with Unix line ends. */
final class CsvSink implements TableSink {

    private final CSVPrinter lines;

    CsvSink(Path path, List<FileColumn> columns) throws IOException {
        this.lines = Csv.begin(
                Files.newBufferedWriter(path),
                columns.stream().map(FileColumn::name).toList());
    }

    @Override
    public void write(@Nullable Object... values) throws IOException {
        lines.printRecord(values);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
