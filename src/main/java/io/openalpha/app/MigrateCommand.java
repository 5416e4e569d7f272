package io.openalpha.app;

import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.run.ExitCode;
import java.util.concurrent.Callable;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code openalpha migrate}: the database schema to the current version. Every other command does it too. */
@Command(
        name = "migrate",
        description = "Brings the database schema to the current version.",
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext context =
                new Application().start(DatabaseConfiguration.class, MarketConfiguration.class)) {
            // Made like all others only when somebody wants it, it is what migrates.
            context.getBean(FlywayMigrationInitializer.class);
            MigrationInfo current = context.getBean(Flyway.class).info().current();
            spec.commandLine().getOut().println("The schema is at version " + current.getVersion());
            return ExitCode.DONE.code();
        }
    }
}
