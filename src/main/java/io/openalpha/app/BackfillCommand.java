package io.openalpha.app;

import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.jobs.backfill.BackfillConfiguration;
import io.openalpha.jobs.backfill.BackfillPlan;
import io.openalpha.jobs.backfill.BackfillRequest;
import io.openalpha.market.ConflictStore;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.market.Symbol;
import io.openalpha.run.ExitCode;
import io.openalpha.run.RunConfiguration;
import io.openalpha.run.RunId;
import io.openalpha.source.SourceConfiguration;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code openalpha backfill}: the daily history, all of it the first time and then what is missing. */
@Command(
        name = "backfill",
        description = "Fetches the daily bars of every enabled symbol, or of those named: ten years the first time,"
                + " then what is missing.",
        mixinStandardHelpOptions = true)
final class BackfillCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(BackfillCommand.class);

    private static final Class<?>[] BEANS = {
        DatabaseConfiguration.class,
        MarketConfiguration.class,
        RunConfiguration.class,
        SourceConfiguration.class,
        BackfillConfiguration.class
    };

    @Parameters(paramLabel = "SYMBOL", description = "Fetch these only.", parameterConsumer = SymbolConsumer.class)
    private List<Symbol> symbols = List.of();

    @Option(names = "--from", paramLabel = "DATE", description = "First day to fetch. Default: ten years ago.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last day to fetch. Default: today.")
    private @Nullable LocalDate to;

    @Option(names = "--full", description = "Fetch again what is stored, too.")
    private boolean full;

    @Option(
            names = "--accept",
            description = "Take what the source says of the named symbols, although it contradicts what is stored."
                    + " Without it, exit code 1 if one of them is in conflict.")
    private boolean accept;

    @Mixin
    private final RunIdOption runId = new RunIdOption();

    @Mixin
    private final Terminal terminal = new Terminal();

    @Override
    public Integer call() throws InterruptedException {
        BackfillRequest request = request();
        try (ConfigurableApplicationContext context =
                JobStart.begin("backfill", terminal.stoppableApplication(), BEANS)) {
            RunId run = runId.orStartingNow(context.getBean(Clock.class));
            int exitCode = RunReport.exitCode(JobStart.run(context, BackfillPlan.class, run, request.details()));
            return exitCode == ExitCode.DONE.code() && isInConflict(context.getBean(ConflictStore.class))
                    ? ExitCode.FOUND.code()
                    : exitCode;
        }
    }

    /** Whether a person who named symbols should know that one of them needs a decision. */
    private boolean isInConflict(ConflictStore conflicts) {
        List<Symbol> open = conflicts.of(null).stream()
                .map(ConflictStore.Conflicting::symbol)
                .filter(symbols::contains)
                .toList();
        if (!open.isEmpty()) {
            LOG.error(
                    "{} in conflict: what is stored was kept; 'data check' shows both sides, --accept takes"
                            + " the source's",
                    open);
        }
        return !open.isEmpty();
    }

    private BackfillRequest request() {
        try {
            return new BackfillRequest(symbols, from, to, full, accept);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
