package io.openalpha.transfer;

import io.openalpha.market.BarReader;
import io.openalpha.market.DailyBar;
import io.openalpha.market.StoredBar;
import io.openalpha.market.Symbol;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionOperations;

/** Writes the stored daily bars into files, one a year, in folders that say so. */
public final class BarExport {

    private final BarReader reader;
    private final TransactionOperations transaction;

    BarExport(BarReader reader, TransactionOperations transaction) {
        this.reader = reader;
        this.transaction = transaction;
    }

    /**
     * Exports as CSV to {@code FOLDER/year=2026/bars.csv} and so on; files that are there are overwritten.
     *
     * @param symbols these only; every symbol when there are none
     * @return how many bars there were
     * @throws IOException if a file cannot be written
     */
    public long csv(Path folder, Collection<Symbol> symbols, LocalDate from, LocalDate to) throws IOException {
        Map<Integer, BufferedWriter> years = new HashMap<>();
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                try (Stream<StoredBar> bars = reader.stream(symbols, from, to)) {
                    return bars.mapToLong(bar -> write(bar, folder, years)).sum();
                }
            }));
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        } finally {
            for (BufferedWriter file : years.values()) {
                file.close();
            }
        }
    }

    private static long write(StoredBar bar, Path folder, Map<Integer, BufferedWriter> years) {
        try {
            int year = bar.bar().date().getYear();
            BufferedWriter file = years.get(year);
            if (file == null) {
                Path parent = Files.createDirectories(folder.resolve("year=" + year));
                file = Files.newBufferedWriter(parent.resolve("bars.csv"));
                years.put(year, file);
                file.write(String.join(",", BarColumns.ALL) + "\n");
            }
            file.write(line(bar));
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(StoredBar row) {
        DailyBar bar = row.bar();
        return row.symbol() + "," + bar.date() + "," + bar.open() + "," + bar.high() + "," + bar.low() + ","
                + bar.close()
                + "," + (bar.isAdjusted() ? Double.toString(bar.adjustedClose()) : "") + "," + bar.volume() + ","
                + bar.isFinal() + "," + row.source() + "\n";
    }
}
