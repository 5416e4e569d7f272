package io.openalpha.app;

import io.openalpha.jobs.backfill.BackfillConfiguration;
import io.openalpha.jobs.backfill.BackfillPlan;
import io.openalpha.jobs.backfill.BackfillRequest;
import io.openalpha.market.Symbol;
import io.openalpha.simulator.Simulator;
import io.openalpha.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code openalpha rehearse}: fetches a made-up history, what is new of it, and one price into a temporary database.
 * The build runs it so that the JVM can archive the classes that every later start needs.
 */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {

    private static final Class<?>[] BEANS = Stream.concat(
                    Stream.of(CollectCommand.BEANS), Stream.of(BackfillConfiguration.class))
            .toArray(Class<?>[]::new);
    private static final List<Symbol> SYMBOLS = List.of(new Symbol("AAPL"));

    @Mixin
    private final Terminal terminal = new Terminal();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("openalpha");
        try (Simulator market = Simulator.start(SimulatorOptions.defaults());
                ConfigurableApplicationContext context = DemoSettings.of(market, folder)
                        .applyTo(terminal.stoppableApplication())
                        .start(BEANS)) {
            Map<String, String> history = new BackfillRequest(SYMBOLS, null, null, false, false).details();
            JobStart.run(context, BackfillPlan.class, history);
            JobStart.run(context, BackfillPlan.class, history);
            return DemoCommand.collect(context, SYMBOLS).exitCode().code();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
