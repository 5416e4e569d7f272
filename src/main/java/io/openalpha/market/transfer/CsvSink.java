package io.openalpha.market.transfer;

import io.openalpha.market.DailyBar;
import io.openalpha.market.StoredBar;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes bars as CSV. */
final class CsvSink implements BarSink {

    private final BufferedWriter file;

    CsvSink(Path path) throws IOException {
        this.file = Files.newBufferedWriter(path);
        file.write(String.join(",", BarColumns.ALL) + "\n");
    }

    @Override
    public void write(StoredBar row) throws IOException {
        DailyBar bar = row.bar();
        file.write(row.symbol() + "," + bar.date() + "," + bar.open() + "," + bar.high() + "," + bar.low() + ","
                + bar.close() + "," + (bar.isAdjusted() ? Double.toString(bar.adjustedClose()) : "") + ","
                + bar.volume() + "," + bar.isFinal() + "," + row.source() + "\n");
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
