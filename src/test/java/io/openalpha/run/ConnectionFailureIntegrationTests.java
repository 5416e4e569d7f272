package io.openalpha.run;

import static io.openalpha.run.Repository.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import io.openalpha.faults.TcpProxy;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ConnectionFailureIntegrationTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final TcpProxy proxy =
            TcpProxy.to(URI.create(database.url().substring("jdbc:".length())).getPort());

    @AutoClose
    private final Worker worker = Worker.through(proxy.port(), database);

    private final Repository repository = Repository.of(database);

    @Test
    void resumesByItselfWhenConnectionsAreCutInMidChunk() {
        RunEnd end = worker.run(worker.numbers("count", 20, onceAt(8, proxy::cut)), "a");

        assertThat(end.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(repository.written("a")).isEqualTo(upTo(20));
        assertThat(repository.states()).containsExactly("FAILED", "COMPLETED");
    }

    @Test
    void waitsOutAShortOutage() {
        RunEnd end = worker.run(
                worker.numbers("count", 20, onceAt(8, () -> {
                    proxy.refuse(true);
                    proxy.cut();
                    CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS).execute(() -> proxy.refuse(false));
                })),
                "a");

        assertThat(end.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(repository.written("a")).isEqualTo(upTo(20));
        assertThat(repository.states()).containsExactly("FAILED", "COMPLETED");
    }

    @Test
    void takesBackTheLockFromItsOwnLostSession() {
        RunEnd end = worker.run(worker.numbers("count", 20, onceAt(8, proxy::abandon)), "a");

        assertThat(end.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(repository.written("a")).isEqualTo(upTo(20));
        assertThat(repository.lockHolders()).isEmpty();
    }

    @Test
    void neitherLosesNorDoublesAChunkWhoseCommitWasNotAnswered() {
        RunEnd end = worker.run(worker.numbers("count", 20, onceAt(8, proxy::swallowNextCommit)), "a");

        assertThat(end.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(repository.written("a")).isEqualTo(upTo(20));
        assertThat(repository.states()).containsExactly("FAILED", "COMPLETED");
        assertThat(repository.stepStates()).containsExactly("FAILED", "COMPLETED");
    }

    @Test
    void endsAsFailedWhenTheDatabaseStaysAwayAndResumesLater() {
        try (Worker impatient =
                Worker.through(proxy.port(), database, "spring.datasource.hikari.connection-timeout=500")) {
            RunEnd end = impatient.run(
                    impatient.numbers("count", 20, onceAt(8, () -> {
                        proxy.refuse(true);
                        proxy.cut();
                    })),
                    "a");
            assertThat(end.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(end.message()).contains("(resume with --run-id ");
        }
        proxy.refuse(false);

        RunEnd end = worker.run(worker.numbers("count", 20), "a");

        assertThat(end.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(repository.written("a")).isEqualTo(upTo(20));
        assertThat(repository.states()).containsExactly("FAILED", "COMPLETED");
    }

    @Test
    void stopsWhileItIsCutOff() {
        RunEnd end = worker.run(
                worker.numbers("count", 20, onceAt(8, () -> {
                    worker.stop().request();
                    proxy.cut();
                })),
                "a");

        assertThat(end.exitCode()).isEqualTo(ExitCode.STOPPED);
        assertThat(repository.written("a")).isEqualTo(upTo(5));
    }

    private static IntConsumer onceAt(int when, Runnable event) {
        boolean[] happened = {false};
        return number -> {
            if (number == when && !happened[0]) {
                happened[0] = true;
                event.run();
            }
        };
    }
}
