package io.openalpha.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import io.openalpha.source.LogLines;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseWaitTests {

    private static final String NOBODY = "jdbc:postgresql://127.0.0.1:1/openalpha";

    @AutoClose
    private final TestDatabase database = TestDatabase.empty();

    @AutoClose
    private final LogLines log = new LogLines(DatabaseWait.class.getName(), Level.INFO);

    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final DatabaseWait patience = new DatabaseWait(Duration.ofMinutes(10), cancelled::get);

    @Test
    void endsWhenTheDatabaseIsThere() {
        JdbcClient server = JdbcClient.create(database.dataSource());
        String name = database.url().substring(database.url().lastIndexOf('/') + 1) + "_later";

        CompletableFuture<ExternalDatabase> waiting = inBackground(() -> connect(database.url() + "_later", patience));
        await().until(() -> !log.lines().isEmpty());
        server.sql("create database " + name).update();
        try {
            assertThat(waiting.join().location().url()).endsWith("_later");
            assertThat(log.lines().get(0))
                    .contains("Waiting for the database, 600 s at most", "no database of the name");
        } finally {
            server.sql("drop database " + name).update();
        }
    }

    @Test
    void endsWhenTheProcessIsAskedToStop() {
        CompletableFuture<ExternalDatabase> waiting = inBackground(() -> connect(NOBODY, patience));
        await().until(() -> !log.lines().isEmpty());

        cancelled.set(true);

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(waiting::get)
                .havingCause()
                .isInstanceOfSatisfying(DatabaseUnavailableException.class, stopped -> assertThat(stopped.getExitCode())
                        .isEqualTo(4))
                .withMessage("Stopped while waiting for the database.");
    }

    @Test
    void endsWithWhatIsWrongWhenTheTimeIsOver() {
        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> connect(NOBODY, new DatabaseWait(Duration.ofNanos(1), cancelled::get)))
                .withMessageContaining("cannot be reached")
                .satisfies(e -> assertThat(e.getExitCode()).isEqualTo(3));
    }

    @Test
    void doesNotBeginForWhatWaitingDoesNotMend() {
        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> connect(database.url() + "?user=nobody&password=wrong", patience))
                .withMessageContaining("refuses this user");
        assertThat(log.lines()).isEmpty();
    }

    private ExternalDatabase connect(String url, DatabaseWait wait) {
        DataSourceProperties properties = new DataSourceProperties();
        if (!url.contains("user=")) {
            properties.setUsername(database.username());
            properties.setPassword(database.password());
        }
        return ExternalDatabase.at(url, properties, wait);
    }

    private static <T> CompletableFuture<T> inBackground(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work);
    }
}
