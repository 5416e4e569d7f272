package io.openalpha.run;

import static io.openalpha.run.JobRunnerTests.failingAt;
import static io.openalpha.run.JobRunnerTests.never;
import static io.openalpha.run.Repository.upTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.openalpha.database.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionOperations;

class RunLockIntegrationTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final Worker first = Worker.on(database);

    @AutoClose
    private final Worker second = Worker.on(database);

    private final Repository repository = Repository.of(database);

    @Test
    void turnsASecondRunAwayWithoutWritingAnything() {
        CompletableFuture<RunEnd> loser = new CompletableFuture<>();

        RunEnd winner = first.run(
                first.numbers("count", 20, number -> {
                    if (number == 8) {
                        String before = repository.contents();
                        loser.complete(elsewhere(() -> second.run(second.numbers("count", 20, never()), "a")));
                        assertThat(repository.contents()).isEqualTo(before);
                    }
                }),
                "a");

        assertThat(loser.join().exitCode()).isEqualTo(ExitCode.LOCKED);
        assertThat(loser.join().message())
                .matches("count is already at work: run a on \\S+, process %s, since \\d{4}-\\S+Z"
                        .formatted(ProcessHandle.current().pid()));
        assertThat(winner.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(repository.written("a")).isEqualTo(upTo(20));
        assertThat(repository.states()).containsExactly("COMPLETED");
    }

    @Test
    void letsOneOfTwoContendersWorkOnANewRun() throws Exception {
        for (int round = 1; round <= 10; round++) {
            contend("new-" + round);
        }
    }

    @Test
    void letsOneOfTwoContendersWorkOnAFailedRun() throws Exception {
        for (int round = 1; round <= 10; round++) {
            String run = "failed-" + round;
            first.run(first.numbers("count", 7, failingAt(6)), run);
            contend(run);
        }
    }

    @Test
    void letsTwelveRunsOfDifferentJobsStartTogether() throws Exception {
        CyclicBarrier together = new CyclicBarrier(12);
        List<CompletableFuture<RunEnd>> ends = IntStream.range(0, 12)
                .mapToObj(number -> {
                    Worker worker = number % 2 == 0 ? first : second;
                    return CompletableFuture.supplyAsync(
                            () -> {
                                await(together);
                                return worker.run(worker.numbers("job" + number, 7), "a" + number);
                            },
                            task -> new Thread(task).start());
                })
                .toList();

        for (CompletableFuture<RunEnd> end : ends) {
            assertThat(end.get().exitCode()).isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void takesTheLockBackWhenItsSessionWasLost() {
        List<Integer> holders = new ArrayList<>();

        RunEnd end = first.run(
                first.numbers("count", 20, number -> {
                    if (number == 8) {
                        holders.addAll(repository.lockHolders());
                        repository.cutLockSession();
                    }
                    if (number == 12) {
                        holders.addAll(repository.lockHolders());
                    }
                }),
                "a");

        assertThat(end.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(holders).hasSize(2).doesNotHaveDuplicates();
        assertThat(repository.written("a")).isEqualTo(upTo(20));
    }

    @Test
    void commitsNothingMoreAfterAnotherRunTookTheLock() {
        CompletableFuture<RunEnd> heir = new CompletableFuture<>();

        RunEnd zombie = first.run(
                first.numbers("count", 20, number -> {
                    if (number == 8) {
                        repository.cutLockSession();
                        heir.complete(elsewhere(() -> second.run(second.numbers("count", 20), "a")));
                    }
                }),
                "a");

        assertThat(heir.join().exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(zombie.exitCode()).isEqualTo(ExitCode.LOCKED);
        assertThat(zombie.message()).contains("another run of count took the lock");
        assertThat(repository.written("a")).isEqualTo(upTo(20));
        assertThat(repository.states()).containsExactly("FAILED", "COMPLETED");
        assertThat(repository.stepStates()).containsExactly("FAILED", "COMPLETED");
        assertThat(repository.exitMessage(1)).contains("recovered by run a");
    }

    @Test
    void commitsNothingMoreWhileAnotherRunHoldsTheLock() throws Exception {
        CountDownLatch heirHasBegun = new CountDownLatch(1);
        CountDownLatch zombieIsThrough = new CountDownLatch(1);
        List<CompletableFuture<RunEnd>> heir = new ArrayList<>();

        RunEnd zombie = first.run(
                first.numbers("count", 20, number -> {
                    if (number == 8) {
                        repository.cutLockSession();
                        heir.add(CompletableFuture.supplyAsync(
                                () -> second.run(
                                        second.numbers("count", 20, heirs -> {
                                            heirHasBegun.countDown();
                                            await(zombieIsThrough);
                                        }),
                                        "b"),
                                task -> new Thread(task).start()));
                        await(heirHasBegun);
                    }
                }),
                "a");
        assertThat(repository.states()).containsExactly("FAILED", "STARTED");
        zombieIsThrough.countDown();

        assertThat(zombie.exitCode()).isEqualTo(ExitCode.LOCKED);
        assertThat(heir.get(0).join().exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(repository.written("a")).isEqualTo(upTo(5));
        assertThat(repository.written("b")).isEqualTo(upTo(20));
    }

    @Test
    void saysThatAPoolerInTransactionModeCannotHoldTheLock() throws Exception {
        try (var connection = database.dataSource().getConnection()) {
            SingleConnectionDataSource pooler = new SingleConnectionDataSource(connection, true);
            RunLocks locks =
                    new RunLocks(pooler, JdbcClient.create(pooler), TransactionOperations.withoutTransaction());
            String before = repository.contents();

            assertThatExceptionOfType(RunRefusedException.class)
                    .isThrownBy(() -> locks.acquire("count", new RunId("a"), Shard.WHOLE))
                    .withMessageContaining("PgBouncer")
                    .withMessageContaining("SPRING_DATASOURCE_URL")
                    .satisfies(refused -> assertThat(refused.end().exitCode()).isEqualTo(ExitCode.USAGE));
            assertThat(repository.contents()).isEqualTo(before);
        }
    }

    /** On a thread that has no part in a transaction at hand. */
    private static RunEnd elsewhere(Supplier<RunEnd> run) {
        return CompletableFuture.supplyAsync(run).join();
    }

    private void contend(String run) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        List<Worker> workers = List.of(first, second);
        List<Worker> atWork = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<RunEnd>> ends = workers.stream()
                .map(worker -> CompletableFuture.supplyAsync(
                        () -> {
                            await(together);
                            return worker.run(worker.numbers("count", 7, number -> atWork.add(worker)), run);
                        },
                        task -> new Thread(task).start()))
                .toList();
        for (CompletableFuture<RunEnd> end : ends) {
            assertThat(end.get().exitCode()).isIn(ExitCode.DONE, ExitCode.LOCKED);
        }
        assertThat(atWork.stream().distinct()).hasSize(1);
        assertThat(repository.written(run)).isEqualTo(upTo(7));
        assertThat(repository.states()).doesNotContain("STARTED", "STARTING", "UNKNOWN");
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
