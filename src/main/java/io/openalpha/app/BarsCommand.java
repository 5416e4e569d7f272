package io.openalpha.app;

import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.market.BarReader;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.market.StoredBar;
import io.openalpha.market.Symbol;
import io.openalpha.run.ExitCode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code openalpha bars}: the stored daily bars of a symbol. */
@Command(name = "bars", description = "Prints the stored daily bars of a symbol.", mixinStandardHelpOptions = true)
final class BarsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SYMBOL", converter = SymbolConverter.class)
    @SuppressWarnings("NullAway.Init")
    private Symbol symbol;

    @Option(names = "--from", paramLabel = "DATE", defaultValue = "1900-01-01", description = "First day.")
    @SuppressWarnings("NullAway.Init")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", defaultValue = "2999-12-31", description = "Last day.")
    @SuppressWarnings("NullAway.Init")
    private LocalDate to;

    @Mixin
    private final BarFormat format = new BarFormat();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (ConfigurableApplicationContext context =
                        new Application().start(DatabaseConfiguration.class, MarketConfiguration.class);
                Stream<StoredBar> rows = context.getBean(BarReader.class).stream(List.of(symbol), from, to)) {
            List<StoredBar> bars = rows.toList();
            if (bars.isEmpty() && !format.chosen()) {
                spec.commandLine()
                        .getErr()
                        .println("No bars of %s yet: run 'openalpha backfill %s' first.".formatted(symbol, symbol));
            } else {
                format.print(bars, spec.commandLine().getOut());
            }
            return ExitCode.DONE.code();
        }
    }
}
