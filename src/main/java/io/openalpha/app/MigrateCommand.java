package io.openalpha.app;

import io.openalpha.run.ExitCode;
import java.util.concurrent.Callable;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code openalpha migrate}: the database schema to the current version. Every other command does it too. */
@Command(
        name = "migrate",
        description = "Brings the database schema to the current version.",
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {

    @Mixin
    private final Terminal terminal = new Terminal();

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext context = terminal.open()) {
            // Beans are made when they are asked for; this one migrates.
            context.getBean(FlywayMigrationInitializer.class);
            MigrationInfo current = context.getBean(Flyway.class).info().current();
            terminal.print("The schema is at version %s", current.getVersion());
            return ExitCode.DONE.code();
        }
    }
}
