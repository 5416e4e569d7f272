package io.openalpha.app;

import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.market.Instrument;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.market.Symbol;
import io.openalpha.market.SymbolList;
import io.openalpha.market.Universe;
import io.openalpha.run.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code openalpha symbols}: the universe. */
@Command(
        name = "symbols",
        description = "Lists and changes the symbols that are collected.",
        mixinStandardHelpOptions = true)
final class SymbolsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name one of list, import, add, enable, disable");
    }

    @Command(name = "list", description = "Lists all symbols.", mixinStandardHelpOptions = true)
    int list(@Option(names = "--enabled", description = "Only the enabled ones.") boolean enabledOnly) {
        return withUniverse(universe -> {
            String row = "%-10s %-8s %-24s %s%n";
            out().printf(Locale.ROOT, row, "SYMBOL", "ENABLED", "SECTOR", "NAME");
            for (Instrument instrument : universe.all(enabledOnly)) {
                out().printf(
                                Locale.ROOT,
                                row,
                                instrument.symbol(),
                                instrument.enabled() ? "yes" : "no",
                                Objects.requireNonNullElse(instrument.sector(), ""),
                                Objects.requireNonNullElse(instrument.title(), ""));
            }
            out().flush();
            return ExitCode.DONE;
        });
    }

    @Command(
            name = "import",
            description = "Adds symbols from a file: CSV with a header (symbol, name, sector), or one symbol a line.",
            mixinStandardHelpOptions = true)
    int importFile(@Parameters(paramLabel = "FILE") Path file) {
        SymbolList list = read(file);
        list.complaints().forEach(errorReport -> err().println(file + ", " + errorReport + ": skipped"));
        if (list.instruments().isEmpty()) {
            throw new UsageException("%s has no good symbol: nothing was imported".formatted(file));
        }
        return withUniverse(universe -> {
            universe.save(list.instruments());
            out().printf(
                            Locale.ROOT,
                            "Imported %d symbols, skipped %d lines%n",
                            list.instruments().size(),
                            list.complaints().size());
            return ExitCode.DONE;
        });
    }

    @Command(name = "add", description = "Adds symbols and enables them.", mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "SYMBOL", arity = "1..*", parameterConsumer = SymbolConsumer.class)
                    List<Symbol> symbols) {
        return withUniverse(universe -> {
            universe.save(symbols.stream()
                    .map(symbol -> Instrument.listed(symbol, null, null))
                    .toList());
            return ExitCode.DONE;
        });
    }

    @Command(name = "enable", description = "Includes symbols in the collection.", mixinStandardHelpOptions = true)
    int enable(
            @Parameters(paramLabel = "SYMBOL", arity = "1..*", parameterConsumer = SymbolConsumer.class)
                    List<Symbol> symbols) {
        return enable(symbols, true);
    }

    @Command(
            name = "disable",
            description = "Leaves symbols out of the collection; their data stays.",
            mixinStandardHelpOptions = true)
    int disable(
            @Parameters(paramLabel = "SYMBOL", arity = "1..*", parameterConsumer = SymbolConsumer.class)
                    List<Symbol> symbols) {
        return enable(symbols, false);
    }

    private int enable(List<Symbol> symbols, boolean enabled) {
        return withUniverse(universe -> {
            List<Symbol> unknown = universe.unknown(symbols);
            if (!unknown.isEmpty()) {
                String names = unknown.stream().map(Symbol::name).collect(Collectors.joining(", "));
                throw new UsageException("no such symbols: %s; 'symbols add' adds them".formatted(names));
            }
            universe.enable(symbols, enabled);
            return ExitCode.DONE;
        });
    }

    private static int withUniverse(Function<Universe, ExitCode> work) {
        try (ConfigurableApplicationContext context =
                new Application().start(DatabaseConfiguration.class, MarketConfiguration.class)) {
            return work.apply(context.getBean(Universe.class)).code();
        }
    }

    private static SymbolList read(Path file) {
        try (Reader text = Files.newBufferedReader(file)) {
            return SymbolList.read(text);
        } catch (NoSuchFileException e) {
            throw new UsageException("there is no file " + file);
        } catch (MalformedInputException e) {
            throw new UsageException("%s is not UTF-8 text".formatted(file));
        } catch (IOException e) {
            throw new UsageException("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
