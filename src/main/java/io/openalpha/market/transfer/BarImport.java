package io.openalpha.market.transfer;

import io.openalpha.market.BarChecks;
import io.openalpha.market.BarReader;
import io.openalpha.market.BarSeries;
import io.openalpha.market.BarStore;
import io.openalpha.market.BarUpdate;
import io.openalpha.market.CheckedBars;
import io.openalpha.market.CorporateAction;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Instrument;
import io.openalpha.market.StoredSeries;
import io.openalpha.market.Symbol;
import io.openalpha.market.Universe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Brings daily bars in from a file: all of it or, if a line is wrong, nothing. */
public final class BarImport {

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final Universe universe;
    private final BarStore store;
    private final BarReader reader;
    private final Clock clock;

    BarImport(
            JdbcTemplate jdbc,
            TransactionOperations transaction,
            Universe universe,
            BarStore store,
            BarReader reader,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.universe = universe;
        this.store = store;
        this.reader = reader;
        this.clock = clock;
    }

    /** What an import did. */
    public record Imported(long symbols, long bars, long quarantined) {}

    /**
     * Imports a file, or all files of an export's folder as if they were one. It takes the place of everything that is stored of the symbols in it, so doing it twice changes nothing.
     * Symbols that are unknown are added and not enabled.
     *
     * @throws BarFileException if a file is not what it should be; then nothing was imported
     * @throws IOException if it cannot be read
     */
    public Imported run(Path path) throws IOException {
        List<Path> files = files(path);
        try {
            return Objects.requireNonNull(transaction.execute(status -> all(files)));
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> below = Files.walk(path)) {
            List<Path> files = below.filter(file -> file.toString().matches(".*\\.(csv(\\.gz)?|parquet)"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new BarFileException("%s has no .csv or .parquet file below it".formatted(path));
            }
            return files;
        }
    }

    private static BarSource open(Path file) throws IOException {
        return file.toString().endsWith(".parquet") ? new ParquetBars(file) : new CsvBars(file);
    }

    private Imported all(List<Path> files) {
        ImportTable table = new ImportTable(jdbc);
        boolean asTraded = false;
        for (Path file : files) {
            try (BarSource lines = open(file)) {
                asTraded |= lines.asTraded();
                table.load(lines);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        table.sort();
        return all(table, asTraded);
    }

    private Imported all(ImportTable table, boolean asTraded) {
        List<Symbol> symbols = table.symbols();
        universe.save(universe.unknown(symbols).stream().map(Instrument::known).toList());
        long bars = 0;
        long quarantined = 0;
        for (Symbol symbol : symbols) {
            BarUpdate update = update(symbol, table.of(symbol), asTraded);
            store.save(List.of(update));
            bars += update.bars().size();
            quarantined += update.quarantined().size();
        }
        return new Imported(symbols.size(), bars, quarantined);
    }

    private BarUpdate update(Symbol symbol, List<ImportRow> rows, boolean asTraded) {
        StoredSeries stored = reader.tails(List.of(symbol)).get(symbol);
        SplitAdjustment adjustment = asTraded ? new SplitAdjustment(rows) : null;
        List<DailyBar> bars =
                adjustment == null ? rows.stream().map(ImportRow::bar).toList() : adjustment.bars();
        CheckedBars checked = BarChecks.check(bars);
        DailyBar first = bars.get(0);
        DailyBar last = bars.get(bars.size() - 1);
        boolean adjusted = bars.stream().allMatch(DailyBar::isAdjusted);
        BarSeries series = new BarSeries(
                symbol,
                stored == null ? CsvBars.IMPORTED : stored.series().exchange(),
                stored == null ? "USD" : stored.series().currency(),
                stored == null ? ZoneId.of("America/New_York") : stored.series().zone(),
                adjusted,
                first.date(),
                last.date());
        return new BarUpdate(
                series,
                first.date(),
                last.date(),
                /* whole= */ true,
                checked.good(),
                checked.bad(),
                actions(adjustment, stored),
                rows.get(0).source(),
                clock.instant(),
                null);
    }

    /** A file without actions leaves those that are known. */
    private static List<CorporateAction> actions(@Nullable SplitAdjustment adjustment, @Nullable StoredSeries stored) {
        if (adjustment != null) {
            return adjustment.actions();
        }
        return stored == null ? List.of() : stored.actions();
    }
}
