package io.openalpha.market.transfer;

import io.openalpha.market.BarReader;
import io.openalpha.market.BarSeries;
import io.openalpha.market.BarStore;
import io.openalpha.market.BarUpdate;
import io.openalpha.market.CorporateAction;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Instrument;
import io.openalpha.market.StoredSeries;
import io.openalpha.market.Symbol;
import io.openalpha.market.Universe;
import io.openalpha.market.plausibility.Claim;
import io.openalpha.market.plausibility.Decisions;
import io.openalpha.market.plausibility.Plausibility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
    private final Plausibility plausibility;
    private final Clock clock;

    BarImport(
            JdbcTemplate jdbc,
            TransactionOperations transaction,
            Universe universe,
            BarStore store,
            BarReader reader,
            Plausibility plausibility,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.universe = universe;
        this.store = store;
        this.reader = reader;
        this.plausibility = plausibility;
        this.clock = clock;
    }

    /**
     * What an import did, or would do.
     *
     * @param bars that are stored now
     * @param replaced stored bars that they replaced
     * @param leftOut why symbols were left as they are: they are in conflict with what is stored or with themselves
     */
    public record Imported(long symbols, long bars, long quarantined, long replaced, List<String> leftOut) {}

    /**
     * Imports a file, or all files of an export's folder as if they were one. Unless it is to be merged, it takes the
     * place of everything that is stored of the symbols in it, so doing it twice changes nothing. Symbols that are
     * unknown are added and not enabled. A symbol in conflict is left out, and noted as a backfill does; where it is
     * the only one, or one of an export, the whole import is refused.
     *
     * @throws BarFileException if a file is not what it should be, or cannot be read; then nothing was imported
     */
    public Imported run(Path path, ImportOptions options) {
        try {
            ImportFiles files = ImportFiles.of(path);
            return Objects.requireNonNull(transaction.execute(status -> {
                if (options.dryRun()) {
                    status.setRollbackOnly();
                }
                return all(files, options);
            }));
        } catch (IOException | UncheckedIOException e) {
            throw new BarFileException("%s: cannot be read: %s".formatted(path, e.getMessage()));
        }
    }

    private Imported all(ImportFiles files, ImportOptions options) {
        try {
            ImportTable table = new ImportTable(jdbc);
            boolean asTraded = false;
            for (Path file : files.bars()) {
                try (TableSource source = ImportFiles.open(file)) {
                    BarRows rows = new BarRows(source, options.symbol());
                    asTraded |= rows.asTraded();
                    table.load(rows);
                }
            }
            if (asTraded && options.merge()) {
                throw new BarFileException("prices as traded cannot be merged, for splits of other days are not known");
            }
            table.sort();
            return all(table, new SideTables(jdbc, files.others()), asTraded, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Imported all(ImportTable table, SideTables others, boolean asTraded, ImportOptions options) {
        Exported exported = Exported.of(others);
        Set<Symbol> symbols =
                new TreeSet<>(options.merge() ? Set.of() : exported.series().keySet());
        symbols.addAll(table.symbols());
        Set<Symbol> named = new TreeSet<>(others.conflicting());
        named.addAll(exported.series().keySet());
        named.addAll(symbols);
        universe.save(universe.unknown(named).stream().map(Instrument::known).toList());
        long replaced = table.replaced(options.merge());
        long bars = 0;
        long quarantined = 0;
        List<String> leftOut = new ArrayList<>();
        for (Symbol symbol : symbols) {
            try {
                BarUpdate update = update(symbol, table.of(symbol), exported.of(symbol), asTraded, options);
                store.save(List.of(update));
                bars += update.bars().size();
                quarantined += update.quarantined().size();
            } catch (ImportConflictException e) {
                if (symbols.size() == 1 || !exported.series().isEmpty()) {
                    throw e;
                }
                plausibility.conflicts().save(symbol, e.conflict(), BarRows.IMPORTED, clock.instant());
                replaced -= table.leaveOut(symbol, options.merge());
                leftOut.add(String.valueOf(e.getMessage()));
            }
        }
        table.restoreSources();
        others.adopt(options.merge());
        return new Imported(symbols.size() - leftOut.size(), bars, quarantined, replaced, leftOut);
    }

    /** Of a symbol that an export has without bars there are no rows: it is to have none. */
    private BarUpdate update(
            Symbol symbol,
            List<ImportRow> rows,
            Exported.@Nullable Series exported,
            boolean asTraded,
            ImportOptions options) {
        boolean merge = options.merge();
        StoredSeries stored = reader.tails(List.of(symbol)).get(symbol);
        SplitAdjustment adjustment = asTraded && !rows.isEmpty() ? new SplitAdjustment(rows) : null;
        List<DailyBar> bars =
                adjustment == null ? rows.stream().map(ImportRow::bar).toList() : adjustment.bars();
        BarSeries whole = series(symbol, bars, exported == null ? null : exported.series(), stored);
        LocalDate first = bars.isEmpty() ? whole.since() : bars.get(0).date();
        List<CorporateAction> actions = actions(adjustment, exported, merge ? null : stored);
        Claim claim = judged(
                whole,
                Claim.of(whole.currency(), whole.adjusted(), bars, actions)
                        .inSessionsOf(whole.exchange())
                        .with(decisions(exported, options)),
                stored,
                first,
                merge);
        return new BarUpdate(
                merge && stored != null
                        ? merged(whole, exported == null ? null : exported.series(), stored.series())
                        : whole,
                first,
                bars.isEmpty() ? whole.until() : bars.get(bars.size() - 1).date(),
                !merge,
                claim.bars(),
                claim.bad(),
                claim.actions(),
                rows.isEmpty() ? BarRows.IMPORTED : rows.get(0).source(),
                clock.instant(),
                null,
                claim.repairs(),
                claim.decisions().applied(),
                List.of());
    }

    private static Decisions decisions(Exported.@Nullable Series exported, ImportOptions options) {
        if (options.accept()) {
            return Decisions.ALL;
        }
        return exported == null ? Decisions.NONE : Decisions.of(exported.accepted());
    }

    private Claim judged(BarSeries series, Claim claim, @Nullable StoredSeries stored, LocalDate from, boolean merge) {
        // A day further, for it is tomorrow already in the east.
        LocalDate latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        Claim judged = plausibility.judged(claim, stored, from, latest, !merge);
        if (judged.conflict() != null) {
            throw new ImportConflictException(series.symbol(), judged.conflict());
        }
        return judged;
    }

    /** What the export says of it, or what is stored, or what is most likely. */
    private static BarSeries series(
            Symbol symbol, List<DailyBar> bars, @Nullable BarSeries exported, @Nullable StoredSeries stored) {
        BarSeries known = exported != null || stored == null ? exported : stored.series();
        return new BarSeries(
                symbol,
                known == null ? BarRows.IMPORTED : known.exchange(),
                known == null ? "USD" : known.currency(),
                known == null ? ZoneId.of("America/New_York") : known.zone(),
                isAdjusted(bars, known),
                exported == null ? bars.get(0).date() : exported.since(),
                exported == null ? bars.get(bars.size() - 1).date() : exported.until());
    }

    private static boolean isAdjusted(List<DailyBar> bars, @Nullable BarSeries known) {
        return bars.isEmpty()
                ? known == null || known.adjusted()
                : bars.stream().allMatch(DailyBar::isAdjusted);
    }

    private static BarSeries merged(BarSeries added, @Nullable BarSeries exported, BarSeries stored) {
        if (exported != null && !exported.currency().equals(stored.currency())) {
            throw new BarFileException("%s is stored in %s and cannot be merged with prices in %s"
                    .formatted(stored.symbol(), stored.currency(), exported.currency()));
        }
        if (added.adjusted() != stored.adjusted()) {
            throw new BarFileException("%s is stored %s adjusted_close and cannot be merged with bars %s it"
                    .formatted(stored.symbol(), with(stored), with(added)));
        }
        return new BarSeries(
                stored.symbol(),
                stored.exchange(),
                stored.currency(),
                stored.zone(),
                stored.adjusted(),
                added.since().isBefore(stored.since()) ? added.since() : stored.since(),
                added.until().isAfter(stored.until()) ? added.until() : stored.until());
    }

    private static String with(BarSeries series) {
        return series.adjusted() ? "with" : "without";
    }

    /** A file without actions leaves those that are known. */
    private static List<CorporateAction> actions(
            @Nullable SplitAdjustment adjustment, Exported.@Nullable Series exported, @Nullable StoredSeries stored) {
        if (adjustment != null) {
            return adjustment.actions();
        }
        if (exported != null) {
            return exported.actions();
        }
        return stored == null ? List.of() : stored.actions();
    }
}
