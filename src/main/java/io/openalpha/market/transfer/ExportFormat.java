package io.openalpha.market.transfer;

import java.io.IOException;
import java.nio.file.Path;

/** In what form bars are exported. */
public enum ExportFormat {
    CSV("bars.csv"),
    PARQUET("bars.parquet");

    private final String fileName;

    ExportFormat(String fileName) {
        this.fileName = fileName;
    }

    BarSink open(Path folder) throws IOException {
        Path file = folder.resolve(fileName);
        return this == CSV ? new CsvSink(file) : new ParquetSink(file);
    }
}
