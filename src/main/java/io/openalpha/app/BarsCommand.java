package io.openalpha.app;

import io.openalpha.market.BarReader;
import io.openalpha.market.StoredBar;
import io.openalpha.market.Symbol;
import io.openalpha.run.ExitCode;
import io.openalpha.web.view.BarView;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code openalpha bars}: the stored daily bars of a symbol. */
@Command(name = "bars", description = "Prints the stored daily bars of a symbol.", mixinStandardHelpOptions = true)
final class BarsCommand implements Callable<Integer> {

    private static final Table<BarView> COLUMNS = new Table<BarView>()
            .left("DATE", BarView::date)
            .right("OPEN", bar -> Cells.price(bar.open()))
            .right("HIGH", bar -> Cells.price(bar.high()))
            .right("LOW", bar -> Cells.price(bar.low()))
            .right("CLOSE", bar -> Cells.price(bar.close()))
            .right("ADJUSTED", bar -> bar.adjustedClose() == null ? null : Cells.price(bar.adjustedClose()))
            .right("VOLUME", bar -> Cells.count(bar.volume()))
            .left("SOURCE", bar -> bar.isFinal() ? bar.source() : bar.source() + ", not final");

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
    private final Output output = new Output();

    @Mixin
    private final Terminal terminal = new Terminal();

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext context = terminal.open();
                Stream<StoredBar> rows = context.getBean(BarReader.class).stream(List.of(symbol), from, to)) {
            output.print(
                    BarView.class,
                    rows.map(BarView::of).toList(),
                    COLUMNS,
                    "No bars of %s yet: run 'openalpha backfill %s' first.".formatted(symbol, symbol));
            return ExitCode.DONE.code();
        }
    }
}
