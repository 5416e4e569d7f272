package io.openalpha.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.JavaProcess;
import io.openalpha.database.TestDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes that are told at the same moment to work on one run: one works, always. */
class ContendersIntegrationTests {

    private static final int ROUNDS = 100;

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final Worker worker = Worker.on(database);

    @AutoClose
    private final JavaProcess one = contender();

    @AutoClose
    private final JavaProcess other = contender();

    private final Repository repository = Repository.of(database);

    @BeforeEach
    void awaitBoth() {
        assertThat(one.line()).isEqualTo("ready");
        assertThat(other.line()).isEqualTo("ready");
    }

    @Test
    void oneOfTwoProcessesWorksOnANewRun() {
        for (int round = 1; round <= ROUNDS; round++) {
            contend("new-" + round);
        }
    }

    @Test
    void oneOfTwoProcessesWorksOnAFailedRun() {
        for (int round = 1; round <= ROUNDS; round++) {
            String run = "failed-" + round;
            RunEnd first = worker.run(worker.numbers("count", 7, ContendersIntegrationTests::failAtSix), run);
            assertThat(first.exitCode()).isEqualTo(ExitCode.FAILED);
            contend(run);
        }
    }

    private void contend(String run) {
        List<CompletableFuture<String>> ends = Stream.of(one, other)
                .map(process -> CompletableFuture.supplyAsync(() -> process.ask(run), task -> new Thread(task).start()))
                .toList();

        assertThat(ends).allSatisfy(end -> assertThat(end.join()).isIn("DONE", "LOCKED"));
        assertThat(repository.written(run)).isEqualTo(Repository.upTo(7));
        assertThat(repository.states()).doesNotContain("STARTED", "STARTING", "UNKNOWN");
    }

    private static void failAtSix(int number) {
        if (number == 6) {
            throw new IllegalStateException("six");
        }
    }

    private JavaProcess contender() {
        return JavaProcess.start(Contender.class, database.url(), database.username(), database.password());
    }
}
