package io.openalpha.app;

import io.openalpha.market.DataCheck;
import io.openalpha.market.Symbol;
import io.openalpha.market.transfer.BarExport;
import io.openalpha.market.transfer.BarFileException;
import io.openalpha.market.transfer.BarImport;
import io.openalpha.market.transfer.ExportFormat;
import io.openalpha.market.transfer.ImportOptions;
import io.openalpha.market.transfer.TransferConfiguration;
import io.openalpha.run.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code openalpha data}: the stored daily bars as a whole. */
@Command(name = "data", description = "Checks, imports and exports daily bars.", mixinStandardHelpOptions = true)
final class DataCommand extends CommandGroup {

    @Command(
            name = "check",
            description = "Shows gaps, bars in quarantine, stale and missing symbols; exit code 1 if there are any.",
            mixinStandardHelpOptions = true)
    int check(
            @Option(
                            names = "--symbol",
                            paramLabel = "SYMBOL",
                            split = ",",
                            description = "Check these only.",
                            converter = SymbolConverter.class)
                    @Nullable
                    List<Symbol> symbols,
            @Mixin Output output) {
        try (ConfigurableApplicationContext context = terminal().open()) {
            HealthReport report =
                    new HealthReport(context.getBean(DataCheck.class).health(symbols == null ? List.of() : symbols));
            report.print(output, terminal().out());
            return (report.isClean() ? ExitCode.DONE : ExitCode.FOUND).code();
        }
    }

    @Command(
            name = "import",
            description = {
                "Imports daily bars from a Parquet or CSV file (plain or .gz), or from a folder of an export:"
                        + " all of it or, if a line is wrong, nothing.",
                "Columns: symbol, date, open, high, low, close, volume and perhaps adjusted_close, final,"
                        + " source; docs/data.md lists other spellings.",
                "With a column split_coefficient (and dividend_amount) prices are taken to be as traded.",
                "It takes the place of everything that is stored of the symbols in it, unless it is merged."
            },
            mixinStandardHelpOptions = true)
    int importFile(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(
                            names = "--symbol",
                            paramLabel = "SYMBOL",
                            description = "Whose bars they are, where the file does not say.",
                            converter = SymbolConverter.class)
                    @Nullable
                    Symbol symbol,
            @Option(names = "--merge", description = "Replace the bars of the same days only.") boolean merge,
            @Option(names = "--dry-run", description = "Say what would happen, and store nothing.") boolean dryRun,
            @Option(names = "--accept", description = "Import bars that contradict what is stored, or one another.")
                    boolean accept) {
        if (!Files.exists(file)) {
            throw new UsageException("there is no file or folder %s".formatted(file));
        }
        try (ConfigurableApplicationContext context = terminal().open(TransferConfiguration.class)) {
            BarImport.Imported done =
                    context.getBean(BarImport.class).run(file, new ImportOptions(symbol, merge, dryRun, accept));
            terminal()
                    .print(
                            "%s %d bars of %d symbols, %d more %s in quarantine; %d stored bars %s replaced",
                            dryRun ? "Would import" : "Imported",
                            done.bars(),
                            done.symbols(),
                            done.quarantined(),
                            dryRun ? "would be" : "are",
                            done.replaced(),
                            dryRun ? "would be" : "were");
            done.leftOut().forEach(reason -> terminal().warn("left out: %s", reason));
            return (done.leftOut().isEmpty() ? ExitCode.DONE : ExitCode.FOUND).code();
        } catch (BarFileException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    @Command(
            name = "export",
            description = {
                "Exports the stored daily bars, a file a year: DIR/year=2026/bars.csv or bars.parquet, with"
                        + " currencies, splits and dividends beside.",
                "An earlier export in DIR makes room when the new one is complete."
            },
            mixinStandardHelpOptions = true)
    int export(
            @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write to.")
                    Path folder,
            @Option(names = "--format", defaultValue = "csv", description = "csv or parquet. Default: csv.")
                    ExportFormat format,
            @Option(
                            names = "--symbol",
                            paramLabel = "SYMBOL",
                            split = ",",
                            description = "Export these only.",
                            converter = SymbolConverter.class)
                    @Nullable
                    List<Symbol> symbols,
            @Option(names = "--from", paramLabel = "DATE", defaultValue = "1900-01-01", description = "First day.")
                    LocalDate from,
            @Option(names = "--to", paramLabel = "DATE", defaultValue = "2999-12-31", description = "Last day.")
                    LocalDate to) {
        try (ConfigurableApplicationContext context = terminal().open(TransferConfiguration.class)) {
            long bars = context.getBean(BarExport.class)
                    .run(format, folder, symbols == null ? List.of() : symbols, from, to);
            terminal().print("Exported %d bars to %s", bars, folder);
            return ExitCode.DONE.code();
        } catch (BarFileException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
