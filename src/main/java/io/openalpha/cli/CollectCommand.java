package io.openalpha.cli;

import io.openalpha.collection.CollectionConfiguration;
import io.openalpha.collection.CollectionPlan;
import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.market.QuoteStore;
import io.openalpha.market.Symbol;
import io.openalpha.run.ExitCode;
import io.openalpha.run.JobRunner;
import io.openalpha.run.RunConfiguration;
import io.openalpha.run.RunEnd;
import io.openalpha.run.RunId;
import io.openalpha.run.StopSignal;
import io.openalpha.source.SourceConfiguration;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    private static final Logger LOG = LoggerFactory.getLogger(CollectCommand.class);

    @Parameters(paramLabel = "SYMBOL", description = "Collect these only.", parameterConsumer = SymbolConsumer.class)
    private List<Symbol> symbols = List.of();

    @Option(
            names = "--run-id",
            defaultValue = "${env:OPENALPHA_RUN_ID}",
            description = "Resume the run of this id, or give a new run this id. Default: the time of the start.",
            converter = RunIdConverter.class)
    private @Nullable RunId runId;

    @Mixin
    private final QuoteFormat format = new QuoteFormat();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (ConfigurableApplicationContext context = new Application().start(BEANS)) {
            Signals.onFirst(context.getBean(StopSignal.class)::request);
            RunEnd end = run(context);
            if (format.chosen()) {
                format.print(
                        context.getBean(QuoteStore.class).latest(symbols),
                        spec.commandLine().getOut());
            }
            return end.exitCode().code();
        }
    }

    private RunEnd run(ConfigurableApplicationContext context) throws InterruptedException {
        RunId id = runId != null ? runId : RunId.startingNow(context.getBean(Clock.class));
        RunEnd end = context.getBean(JobRunner.class)
                .run(context.getBean(CollectionPlan.class), id, CollectionPlan.details(symbols));
        if (end.exitCode() == ExitCode.DONE) {
            LOG.info("{}", end.message());
        } else {
            LOG.error("{}", end.message());
        }
        return end;
    }
}
