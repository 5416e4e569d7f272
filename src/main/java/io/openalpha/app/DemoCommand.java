package io.openalpha.app;

import io.openalpha.jobs.backfill.BackfillConfiguration;
import io.openalpha.jobs.backfill.BackfillPlan;
import io.openalpha.jobs.backfill.BackfillRequest;
import io.openalpha.jobs.collect.CollectionPlan;
import io.openalpha.jobs.train.TrainingConfiguration;
import io.openalpha.market.QuoteStore;
import io.openalpha.market.Symbol;
import io.openalpha.ml.model.ModelConfiguration;
import io.openalpha.ops.launch.ProgramCommand;
import io.openalpha.run.ExitCode;
import io.openalpha.run.RunEnd;
import io.openalpha.run.StopSignal;
import io.openalpha.simulator.Simulator;
import io.openalpha.simulator.SimulatorOptions;
import io.openalpha.simulator.SimulatorOrders;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code openalpha demo}: all of it on this machine, against a simulated market and in a database of its own. */
@Command(
        name = "demo",
        description = "Fetches two years of a simulated market into an embedded PostgreSQL of its own, trains models"
                + " on them, and then collects every minute and serves the API, until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final Class<?>[] BEANS = Stream.concat(
                    Stream.of(CollectCommand.BEANS),
                    Stream.of(BackfillConfiguration.class, ModelConfiguration.class, TrainingConfiguration.class))
            .toArray(Class<?>[]::new);
    private static final Class<?>[] SERVED_BEANS = Stream.concat(Stream.of(BEANS), Stream.of(ServeCommand.BEANS))
            .distinct()
            .toArray(Class<?>[]::new);
    private static final Duration CYCLE = Duration.ofMinutes(1);
    private static final Duration LATENCY = Duration.ofMillis(80);
    private static final List<Symbol> SHOWN = Stream.of("AAPL", "BF.B", "BRK.B", "JPM", "MSFT", "NVDA", "XOM")
            .map(Symbol::new)
            .toList();

    @Option(names = "--once", description = "End after one cycle, and serve nothing.")
    private boolean once;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Mixin
    private final Terminal terminal = new Terminal();

    @Override
    public Integer call() throws IOException, InterruptedException {
        say("Starting a simulated market and a PostgreSQL in %s".formatted(DemoFolder.path()));
        try (Simulator market = Simulator.start(SimulatorOptions.defaults().withOrders(lifelike()));
                ConfigurableApplicationContext context = start(DemoSettings.of(market, DemoFolder.path()))) {
            StopSignal stop = context.getBean(StopSignal.class);
            RunEnd end = backfillAndCollect(context);
            if (end.exitCode() == ExitCode.DONE) {
                show(context);
                end = new DemoTraining(context, this::say).run();
            }
            if (end.exitCode() == ExitCode.DONE) {
                sayWhatNext();
                if (!once) {
                    keepServing(context, stop);
                }
            }
            return (stop.requested() ? ExitCode.DONE : end.exitCode()).code();
        }
    }

    private ConfigurableApplicationContext start(DemoSettings settings) {
        Application application = settings.applyTo(terminal.stoppableApplication());
        if (once) {
            return application.start(BEANS);
        }
        List<String> program = ProgramCommand.ofThisProcess().line();
        return service.applyTo(application)
                .with("program", new ProgramCommand(program, settings.environment()))
                .serve(SERVED_BEANS);
    }

    private void keepServing(ConfigurableApplicationContext context, StopSignal stop) throws InterruptedException {
        ServiceOptions.greet(context, terminal);
        say("Collecting every minute; Ctrl-C ends the demo.");
        while (!stop.await(CYCLE)) {
            collect(context, List.of());
        }
    }

    private RunEnd backfillAndCollect(ConfigurableApplicationContext context) throws InterruptedException {
        say("Fetching the daily history that is missing: two years the first time");
        RunEnd history = JobStart.run(
                context, BackfillPlan.class, BackfillRequest.incremental().details());
        return history.exitCode() == ExitCode.DONE ? collect(context, List.of()) : history;
    }

    /** One cycle; of every enabled symbol when none is named. */
    static RunEnd collect(ConfigurableApplicationContext context, List<Symbol> symbols) throws InterruptedException {
        return JobStart.run(context, CollectionPlan.class, CollectionPlan.details(symbols));
    }

    private void show(ConfigurableApplicationContext context) {
        QuoteStore quotes = context.getBean(QuoteStore.class);
        QuoteTable.columns().print(QuoteTable.views(quotes.latest(SHOWN), quotes), terminal.out());
        say("");
    }

    private void sayWhatNext() {
        say("""

                These prices are invented. Look at them and at the models with
                  export OPENALPHA_DATA_DIR='%1$s' OPENALPHA_MODEL_FOLDER='%1$s/ml-models'
                  ./openalpha quotes AAPL MSFT --json
                  ./openalpha bars AAPL
                  ./openalpha models list
                Real ones, from Yahoo Finance, come in another terminal with
                  ./openalpha collect""".formatted(DemoFolder.path()));
    }

    private static SimulatorOrders lifelike() {
        SimulatorOrders none = SimulatorOrders.none();
        return none.withYahoo(none.yahoo().withLatency(LATENCY, LATENCY.dividedBy(2)));
    }

    private void say(String text) {
        terminal.print("%s", text);
    }
}
