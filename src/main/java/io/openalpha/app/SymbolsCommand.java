package io.openalpha.app;

import io.openalpha.market.Instrument;
import io.openalpha.market.Symbol;
import io.openalpha.market.SymbolList;
import io.openalpha.market.Universe;
import io.openalpha.run.ExitCode;
import io.openalpha.run.ProgressDisplay;
import io.openalpha.web.view.SymbolView;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code openalpha symbols}: the universe. */
@Command(
        name = "symbols",
        description = "Lists and changes the symbols that are collected.",
        mixinStandardHelpOptions = true)
final class SymbolsCommand extends CommandGroup {

    private static final int AT_ONCE = 2000;

    private static final Table<SymbolView> COLUMNS = new Table<SymbolView>()
            .left("SYMBOL", SymbolView::symbol)
            .left("ENABLED", symbol -> symbol.enabled() ? "yes" : "no")
            .left("SECTOR", SymbolView::sector)
            .left("NAME", SymbolView::title);

    @Command(name = "list", description = "Lists all symbols.", mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--enabled", description = "Only the enabled ones.") boolean enabledOnly,
            @Mixin Output output) {
        return withUniverse(universe -> output.print(
                SymbolView.class,
                universe.all(enabledOnly).stream().map(SymbolView::of).toList(),
                COLUMNS));
    }

    @Command(
            name = "import",
            description = "Adds symbols from a file: CSV with a header (symbol, name, sector), or one symbol a line.",
            mixinStandardHelpOptions = true)
    int importFile(@Parameters(paramLabel = "FILE") Path file) {
        SymbolList list = read(file);
        list.complaints().forEach(complaint -> terminal().warn("%s, %s: skipped", file, complaint));
        if (list.instruments().isEmpty()) {
            throw new UsageException("%s has no good symbol: nothing was imported".formatted(file));
        }
        return withUniverse((universe, display) -> {
            List<Instrument> instruments = list.instruments();
            ProgressDisplay.Bar bar = display.begin("symbols", instruments.size());
            for (int from = 0; from < instruments.size(); from += AT_ONCE) {
                List<Instrument> some = instruments.subList(from, Math.min(from + AT_ONCE, instruments.size()));
                universe.save(some);
                some.forEach(one -> bar.advance());
            }
            bar.end();
            terminal()
                    .print(
                            "Imported %d symbols, skipped %d lines",
                            instruments.size(), list.complaints().size());
        });
    }

    @Command(name = "add", description = "Adds symbols and enables them.", mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "SYMBOL", arity = "1..*", parameterConsumer = SymbolConsumer.class)
                    List<Symbol> symbols) {
        return withUniverse(universe -> universe.save(symbols.stream()
                .map(symbol -> Instrument.listed(symbol, null, null))
                .toList()));
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
        });
    }

    private int withUniverse(Consumer<Universe> work) {
        return withUniverse((universe, display) -> work.accept(universe));
    }

    private int withUniverse(BiConsumer<Universe, ProgressDisplay> work) {
        try (ConfigurableApplicationContext context = terminal().open()) {
            work.accept(context.getBean(Universe.class), context.getBean(ProgressDisplay.class));
            return ExitCode.DONE.code();
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
}
