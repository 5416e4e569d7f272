package io.openalpha.app;

import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.market.Quote;
import io.openalpha.market.QuoteStore;
import io.openalpha.market.Symbol;
import io.openalpha.run.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code openalpha quotes}: the stored latest quotes. */
@Command(
        name = "quotes",
        description = "Prints the latest stored quote of every symbol, or of those named.",
        mixinStandardHelpOptions = true)
final class QuotesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SYMBOL", description = "Print these only.", parameterConsumer = SymbolConsumer.class)
    private List<Symbol> symbols = List.of();

    @Mixin
    private final QuoteFormat format = new QuoteFormat();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (ConfigurableApplicationContext context =
                new Application().start(DatabaseConfiguration.class, MarketConfiguration.class)) {
            List<Quote> quotes = context.getBean(QuoteStore.class).latest(symbols);
            if (quotes.isEmpty() && !format.chosen()) {
                spec.commandLine().getErr().println("No quotes yet: run 'openalpha collect' first.");
            } else {
                format.print(quotes, spec.commandLine().getOut());
            }
            return ExitCode.DONE.code();
        }
    }
}
