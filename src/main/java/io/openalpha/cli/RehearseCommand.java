package io.openalpha.cli;

import io.openalpha.market.Symbol;
import io.openalpha.simulator.Simulator;
import io.openalpha.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;

/**
 * {@code openalpha rehearse}: collects one made-up price into a database that is thrown away. The build runs it so that
 * the JVM can archive the classes that every later start needs.
 */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("openalpha");
        try (Simulator market = Simulator.start(SimulatorOptions.defaults());
                ConfigurableApplicationContext context = DemoSettings.of(market, folder)
                        .applyTo(new Application())
                        .start(CollectCommand.BEANS)) {
            return DemoCommand.collect(context, List.of(new Symbol("AAPL")))
                    .exitCode()
                    .code();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
