package io.openalpha.market.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The file format of an export. */
public enum ExportFormat {
    CSV,
    PARQUET;

    /** Such as {@code bars.csv}. */
    String fileName(String table) {
        return table + "." + name().toLowerCase(Locale.ROOT);
    }

    TableSink open(Path folder, String table, List<FileColumn> columns) throws IOException {
        Path file = folder.resolve(fileName(table));
        return this == CSV ? new CsvSink(file, columns) : new ParquetSink(file, table, columns);
    }
}
