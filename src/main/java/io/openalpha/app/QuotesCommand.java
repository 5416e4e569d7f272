package io.openalpha.app;

import io.openalpha.market.QuoteStore;
import io.openalpha.market.Symbol;
import io.openalpha.run.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code openalpha quotes}: the stored latest quotes. */
@Command(
        name = "quotes",
        description = "Prints the latest stored quote of every symbol, or of those named.",
        mixinStandardHelpOptions = true)
final class QuotesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SYMBOL", description = "Print these only.", parameterConsumer = SymbolConsumer.class)
    private List<Symbol> symbols = List.of();

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Terminal terminal = new Terminal();

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext context = terminal.open()) {
            QuoteStore quotes = context.getBean(QuoteStore.class);
            QuoteTable.print(quotes.latest(symbols), quotes, output);
            return ExitCode.DONE.code();
        }
    }
}
