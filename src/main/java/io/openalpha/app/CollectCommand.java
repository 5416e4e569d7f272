package io.openalpha.app;

import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.jobs.collect.CollectionConfiguration;
import io.openalpha.jobs.collect.CollectionPlan;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.market.QuoteStore;
import io.openalpha.market.Symbol;
import io.openalpha.run.RunConfiguration;
import io.openalpha.source.SourceConfiguration;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code openalpha collect}: one collection cycle. */
@Command(
        name = "collect",
        description = "Collects the latest price and volume of every enabled symbol, or of those named.",
        mixinStandardHelpOptions = true)
final class CollectCommand implements Callable<Integer> {

    static final Class<?>[] BEANS = {
        DatabaseConfiguration.class,
        MarketConfiguration.class,
        RunConfiguration.class,
        SourceConfiguration.class,
        CollectionConfiguration.class
    };

    @Parameters(paramLabel = "SYMBOL", description = "Collect these only.", parameterConsumer = SymbolConsumer.class)
    private List<Symbol> symbols = List.of();

    @Mixin
    private final RunIdOption runId = new RunIdOption();

    @Mixin
    private final ShardOption shard = new ShardOption();

    @Mixin
    private final QuoteFormat format = new QuoteFormat();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        shard.requireRun(runId);
        try (ConfigurableApplicationContext context = JobStart.begin("collect", shard::given, BEANS)) {
            int exitCode = RunReport.exitCode(
                    JobStart.run(context, CollectionPlan.class, runId, CollectionPlan.details(symbols)));
            if (format.chosen()) {
                format.print(
                        context.getBean(QuoteStore.class).latest(symbols),
                        spec.commandLine().getOut());
            }
            return exitCode;
        }
    }
}
