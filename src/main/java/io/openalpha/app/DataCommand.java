package io.openalpha.app;

import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.market.DataCheck;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.market.SeriesHealth;
import io.openalpha.market.Symbol;
import io.openalpha.market.transfer.BarExport;
import io.openalpha.market.transfer.BarFileException;
import io.openalpha.market.transfer.BarImport;
import io.openalpha.market.transfer.ExportFormat;
import io.openalpha.market.transfer.TransferConfiguration;
import io.openalpha.run.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code openalpha data}: the stored daily bars as a whole. */
@Command(name = "data", description = "Checks, imports and exports daily bars.", mixinStandardHelpOptions = true)
final class DataCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name one of check, import, export");
    }

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
            @Option(names = "--json", description = "Print the report as JSON, with every symbol.") boolean json) {
        try (ConfigurableApplicationContext context =
                new Application().start(DatabaseConfiguration.class, MarketConfiguration.class)) {
            List<SeriesHealth> health = context.getBean(DataCheck.class).health(symbols == null ? List.of() : symbols);
            if (json) {
                HealthFormat.printJson(health, spec.commandLine().getOut());
            } else {
                HealthFormat.print(health, spec.commandLine().getOut());
            }
            boolean clean = health.stream().allMatch(SeriesHealth::isClean);
            return (clean ? ExitCode.DONE : ExitCode.FOUND).code();
        }
    }

    @Command(
            name = "import",
            description = {
                "Imports daily bars from a Parquet or CSV file (plain or .gz), or from a folder of an export: all of it or, if a line is wrong, nothing.",
                "Columns: symbol, date, open, high, low, close, volume and perhaps adjusted_close, final, source.",
                "With a column split_coefficient (and dividend_amount) prices are taken to be as traded.",
                "It takes the place of everything that is stored of the symbols in it."
            },
            mixinStandardHelpOptions = true)
    int importFile(@Parameters(paramLabel = "FILE") Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new UsageException("there is no file or folder %s".formatted(file));
        }
        try (ConfigurableApplicationContext context = transfer()) {
            BarImport.Imported done = context.getBean(BarImport.class).run(file);
            spec.commandLine()
                    .getOut()
                    .println("Imported %s bars of %s symbols, %s more are in quarantine"
                            .formatted(done.bars(), done.symbols(), done.quarantined()));
            return ExitCode.DONE.code();
        } catch (BarFileException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    @Command(
            name = "export",
            description = "Exports the stored daily bars, a file a year: DIR/year=2026/bars.csv or bars.parquet.",
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
                    LocalDate to)
            throws IOException {
        try (ConfigurableApplicationContext context = transfer()) {
            long bars = context.getBean(BarExport.class)
                    .run(format, folder, symbols == null ? List.of() : symbols, from, to);
            spec.commandLine().getOut().println("Exported %s bars to %s".formatted(bars, folder));
            return ExitCode.DONE.code();
        }
    }

    private static ConfigurableApplicationContext transfer() {
        return new Application()
                .start(DatabaseConfiguration.class, MarketConfiguration.class, TransferConfiguration.class);
    }
}
