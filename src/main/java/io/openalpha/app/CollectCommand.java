package io.openalpha.app;

import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.jobs.collect.CollectionConfiguration;
import io.openalpha.jobs.collect.CollectionPlan;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.market.Quote;
import io.openalpha.market.QuoteStore;
import io.openalpha.market.Symbol;
import io.openalpha.run.ExecutionRecord;
import io.openalpha.run.ExitCode;
import io.openalpha.run.RunConfiguration;
import io.openalpha.run.RunHistory;
import io.openalpha.run.RunId;
import io.openalpha.run.RunState;
import io.openalpha.run.Shard;
import io.openalpha.run.ShardProperties;
import io.openalpha.source.SourceConfiguration;
import io.openalpha.source.wire.SourceFailure.InConflict;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code openalpha collect}: one collection cycle. */
@Command(
        name = "collect",
        description =
                "Collects the latest price and volume of every enabled symbol, or of those named; exit code 1 if the"
                        + " price of a named one contradicts what is stored.",
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
    private final Output output = new Output();

    @Mixin
    private final Terminal terminal = new Terminal();

    @Override
    public Integer call() throws InterruptedException {
        shard.requireRun(runId);
        try (ConfigurableApplicationContext context =
                JobStart.begin("collect", shard.given(terminal.stoppableApplication()), BEANS)) {
            RunId run = runId.orStartingNow(context.getBean(Clock.class));
            int exitCode = RunReport.exitCode(
                    JobStart.run(context, CollectionPlan.class, run, CollectionPlan.details(symbols)));
            if (output.forPrograms()) {
                QuoteTable.print(stored(context, run), context.getBean(QuoteStore.class), output);
            }
            return exitCode == ExitCode.DONE.code() && isInConflict(context.getBean(RunHistory.class), run)
                    ? ExitCode.FOUND.code()
                    : exitCode;
        }
    }

    /** Whether a person who named symbols should know that the price of one of them was not believed. */
    private boolean isInConflict(RunHistory history, RunId run) {
        return !symbols.isEmpty()
                && history.executions(run).stream()
                        .map(ExecutionRecord::account)
                        .anyMatch(account -> account != null && account.failed().containsKey(InConflict.REASON));
    }

    /** The quotes that the run stored, whenever it began; of a run in shards those of this process. */
    private List<Quote> stored(ApplicationContext context, RunId run) {
        Optional<Instant> begin = context.getBean(RunHistory.class).executions(run).stream()
                .filter(execution -> execution.state() != RunState.SKIPPED)
                .map(ExecutionRecord::created)
                .min(Comparator.naturalOrder());
        Shard part = context.getBean(ShardProperties.class).shard();
        return begin
                .map(since -> context.getBean(QuoteStore.class).fetchedSince(since, symbols))
                .orElse(List.of())
                .stream()
                .filter(quote -> part.takes(quote.symbol().name()))
                .toList();
    }
}
