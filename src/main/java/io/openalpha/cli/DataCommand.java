package io.openalpha.cli;

import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.market.DataCheck;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.market.SeriesHealth;
import io.openalpha.market.Symbol;
import io.openalpha.run.ExitCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code openalpha data}: the stored daily bars as a whole. */
@Command(name = "data", description = "Checks the stored daily bars.", mixinStandardHelpOptions = true)
final class DataCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command: check");
    }

    @Command(
            name = "check",
            description = "Shows gaps, bars in quarantine, stale and missing symbols; exit code 1 if there are any.",
            mixinStandardHelpOptions = true)
    int check(
            @Option(
                            names = "--symbol",
                            paramLabel = "SYMBOL",
                            split = ",",
                            description = "Check these only.",
                            converter = SymbolConverter.class)
                    @Nullable
                    List<Symbol> symbols,
            @Option(names = "--json", description = "Print the report as JSON, with every symbol.") boolean json) {
        try (ConfigurableApplicationContext context =
                new Application().start(DatabaseConfiguration.class, MarketConfiguration.class)) {
            List<SeriesHealth> health = context.getBean(DataCheck.class).health(symbols == null ? List.of() : symbols);
            if (json) {
                HealthFormat.printJson(health, spec.commandLine().getOut());
            } else {
                HealthFormat.print(health, spec.commandLine().getOut());
            }
            boolean clean = health.stream().allMatch(SeriesHealth::isClean);
            return (clean ? ExitCode.DONE : ExitCode.FOUND).code();
        }
    }
}
