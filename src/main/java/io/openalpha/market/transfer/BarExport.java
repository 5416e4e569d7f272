package io.openalpha.market.transfer;

import io.openalpha.market.BarReader;
import io.openalpha.market.DailyBar;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Writes the stored daily bars into files, one a year, in folders that say so, and all that belongs to them beside. */
public final class BarExport {

    private final BarReader reader;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    /** @param transaction in which every query sees the same */
    BarExport(BarReader reader, JdbcClient jdbc, TransactionOperations transaction) {
        this.reader = reader;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Exports to {@code FOLDER/year=2026/bars.csv} or {@code bars.parquet} and so on, with {@code FOLDER/_series.csv}
     * and others beside. An earlier export in the folder is replaced when this one is complete.
     *
     * @param symbols these only; every symbol when there are none
     * @return how many bars there were
     * @throws BarFileException if the folder holds what is no export
     * @throws ExportFailedException if a file cannot be written; then an earlier export is as it was
     */
    public long run(ExportFormat format, Path path, Collection<Symbol> symbols, LocalDate from, LocalDate to) {
        ExportFolder folder = begin(path);
        try {
            Part part = new Part(format, folder.part(), symbols, from, to);
            long bars = Objects.requireNonNull(transaction.execute(status -> write(part)));
            folder.complete();
            return bars;
        } catch (UncheckedIOException e) {
            throw failed(path, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw failed(path, e);
        } finally {
            folder.abandon();
        }
    }

    private static ExportFolder begin(Path path) {
        try {
            return ExportFolder.begin(path);
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    private static ExportFailedException failed(Path path, IOException e) {
        return new ExportFailedException("%s cannot be written: %s".formatted(path, ImportFiles.reason(e)), e);
    }

    private record Part(ExportFormat format, Path folder, Collection<Symbol> symbols, LocalDate from, LocalDate to) {

        Part ofYear(int year) {
            LocalDate first = LocalDate.of(year, 1, 1);
            LocalDate last = LocalDate.of(year, 12, 31);
            return new Part(
                    format,
                    folder.resolve("year=" + year),
                    symbols,
                    from.isAfter(first) ? from : first,
                    to.isBefore(last) ? to : last);
        }
    }

    private long write(Part part) {
        for (SideTable table : SideTable.values()) {
            write(table, part);
        }
        return reader.years().stream()
                .filter(year ->
                        year >= part.from().getYear() && year <= part.to().getYear())
                .mapToLong(year -> bars(part.ofYear(year)))
                .sum();
    }

    private void write(SideTable table, Part part) {
        try (TableSink file = part.format().open(part.folder(), table.fileName(), table.columns());
                Stream<@Nullable Object[]> rows = jdbc
                        .sql(table.query())
                        .param(
                                "names",
                                part.symbols().stream().map(Symbol::name).toArray(String[]::new))
                        .param("from", part.from())
                        .param("to", part.to())
                        .query((row, number) -> table.stored(row))
                        .stream()) {
            rows.forEach(row -> write(file, row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long bars(Part year) {
        try {
            Files.createDirectories(year.folder());
            try (TableSink file = year.format().open(year.folder(), "bars", BarRows.COLUMNS);
                    Stream<StoredBar> bars = reader.stream(year.symbols(), year.from(), year.to())) {
                return bars.mapToLong(bar -> write(file, row(bar))).sum();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Object[] row(StoredBar row) {
        DailyBar bar = row.bar();
        return new @Nullable Object[] {
            row.symbol().name(),
            bar.date(),
            bar.open(),
            bar.high(),
            bar.low(),
            bar.close(),
            bar.isAdjusted() ? bar.adjustedClose() : null,
            bar.volume(),
            bar.isFinal(),
            row.source()
        };
    }

    private static long write(TableSink file, @Nullable Object[] row) {
        try {
            file.write(row);
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
