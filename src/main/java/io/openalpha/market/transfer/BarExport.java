package io.openalpha.market.transfer;

import io.openalpha.market.BarReader;
import io.openalpha.market.StoredBar;
import io.openalpha.market.Symbol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionOperations;

/** Writes the stored daily bars into files, one a year, in folders that say so. */
public final class BarExport {

    private final BarReader reader;
    private final TransactionOperations transaction;

    /** @param transaction in which every query sees the same */
    BarExport(BarReader reader, TransactionOperations transaction) {
        this.reader = reader;
        this.transaction = transaction;
    }

    /**
     * Exports to {@code FOLDER/year=2026/bars.csv} or {@code bars.parquet} and so on; files that are there are overwritten.
     *
     * @param symbols these only; every symbol when there are none
     * @return how many bars there were
     * @throws IOException if a file cannot be written
     */
    public long run(ExportFormat format, Path folder, Collection<Symbol> symbols, LocalDate from, LocalDate to)
            throws IOException {
        try {
            return Objects.requireNonNull(transaction.execute(status -> reader.years().stream()
                    .filter(year -> year >= from.getYear() && year <= to.getYear())
                    .mapToLong(year -> year(format, folder, symbols, later(from, year), earlier(to, year)))
                    .sum()));
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private static LocalDate later(LocalDate from, int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return from.isAfter(first) ? from : first;
    }

    private static LocalDate earlier(LocalDate to, int year) {
        LocalDate last = LocalDate.of(year, 12, 31);
        return to.isBefore(last) ? to : last;
    }

    private long year(ExportFormat format, Path folder, Collection<Symbol> symbols, LocalDate from, LocalDate to) {
        try {
            Path parent = Files.createDirectories(folder.resolve("year=" + from.getYear()));
            try (BarSink file = format.open(parent);
                    Stream<StoredBar> bars = reader.stream(symbols, from, to)) {
                return bars.mapToLong(bar -> write(bar, file)).sum();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long write(StoredBar bar, BarSink file) {
        try {
            file.write(bar);
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
