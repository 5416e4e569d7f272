package io.openalpha.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigrateCommandTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.empty();

    @AutoClose
    private final Surroundings surroundings = new Surroundings();

    @BeforeEach
    void connect() {
        surroundings.with(database);
    }

    @Test
    void makesTheSchemaAndSaysItsVersion() {
        CommandRun first = CommandRun.of("migrate");

        assertThat(first.err()).isEmpty();
        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).matches("The schema is at version [0-9]+\\R");
        assertThat(CommandRun.of("migrate")).isEqualTo(first);
    }
}
