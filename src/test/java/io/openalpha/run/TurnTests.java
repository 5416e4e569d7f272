package io.openalpha.run;

import static io.openalpha.run.JobRunnerTests.failingAt;
import static io.openalpha.run.JobRunnerTests.never;
import static io.openalpha.run.Repository.upTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import io.openalpha.database.TestDatabase;
import io.openalpha.source.LogLines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A run that finds another run of its job at work. */
class TurnTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final Worker first = Worker.on(database);

    @AutoClose
    private final Worker patient = Worker.on(database, "openalpha.run.wait=10m");

    @AutoClose
    private final Worker hasty = Worker.on(database, "openalpha.run.wait=1ms");

    @AutoClose
    private final LogLines log = new LogLines(Turn.class.getName(), Level.INFO);

    private final Repository repository = Repository.of(database);

    @Test
    void waitsForItsEndAndThenDoesItsOwnWork() {
        CompletableFuture<RunEnd> second = new CompletableFuture<>();

        whileOneIsAtWork(() -> {
            second.completeAsync(() -> patient.run(patient.numbers("count", 7), "b"), TurnTests::inThread);
            await().until(() -> !log.lines().isEmpty());
        });

        assertThat(second.join().exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(repository.written("b")).isEqualTo(upTo(7));
        assertThat(repository.states()).containsExactly("COMPLETED", "COMPLETED");
        assertThat(log.lines().get(0))
                .matches("INFO count is already at work: run a on .+; this run waits for its end, \\d+ s at most");
    }

    @Test
    void isOnRecordAsSkippedWhenTheOtherWorksForTooLong() {
        RunEnd end = whileOneIsAtWork(() -> hasty.run(hasty.numbers("count", 7, never()), "b"));

        assertThat(end.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(end.message()).startsWith("count skipped: count is already at work: run a on ");
        assertThat(RunHistoryFixture.of(repository.jdbc()).executions(new RunId("b")))
                .singleElement()
                .satisfies(execution -> {
                    assertThat(execution.state()).isEqualTo(RunState.SKIPPED);
                    assertThat(execution.message()).startsWith("count is already at work: run a on ");
                    assertThat(execution.ended()).isNotNull();
                });
        assertThat(new RunTotals(repository.jdbc()).ended())
                .extracting(total -> total.outcome() + " " + total.runs())
                .containsExactly("completed 1", "skipped 1");
    }

    @Test
    void isNotStartedAgainOnceItIsSkipped() {
        whileOneIsAtWork(() -> hasty.run(hasty.numbers("count", 7, never()), "b"));

        RunEnd again = hasty.run(hasty.numbers("count", 7, never()), "b");

        assertThat(again.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(again.message()).contains("already completed");
    }

    @Test
    void isNotSkippedWhenItHasBegunAndSoHasWorkLeft() {
        hasty.run(hasty.numbers("count", 20, failingAt(13)), "b");

        RunEnd end = whileOneIsAtWork(() -> hasty.run(hasty.numbers("count", 20, never()), "b"));

        assertThat(end.exitCode()).isEqualTo(ExitCode.LOCKED);
        assertThat(repository.states()).containsExactly("FAILED", "COMPLETED");
    }

    @Test
    void endsItsWaitWhenItIsAskedToStop() {
        CompletableFuture<RunEnd> second = new CompletableFuture<>();

        whileOneIsAtWork(() -> {
            second.completeAsync(() -> patient.run(patient.numbers("count", 7, never()), "b"), TurnTests::inThread);
            await().until(() -> !log.lines().isEmpty());
            patient.stop().request();
            assertThat(second.join().exitCode()).isEqualTo(ExitCode.STOPPED);
        });

        assertThat(repository.states()).containsExactly("COMPLETED");
    }

    @Test
    void saysWhomItWaitsForOnceAndThenEveryMinute() {
        Turn turn =
                new Turn(patient.bean(RunLocks.class), new StopSignal(), Duration.ofSeconds(150), clockInStepsOf(40));

        whileOneIsAtWork(() -> assertThatExceptionOfType(RunRefusedException.class)
                .isThrownBy(() -> turn.acquire("count", new RunId("b"), Shard.WHOLE))
                .withMessageStartingWith("count is already at work: run a on "));

        assertThat(log.lines()).hasSize(2);
        assertThat(log.lines().get(0)).endsWith("110 s at most");
        assertThat(log.lines().get(1)).endsWith("30 s at most");
    }

    private void whileOneIsAtWork(Runnable meanwhile) {
        whileOneIsAtWork(() -> {
            meanwhile.run();
            return true;
        });
    }

    /** Run {@code a} of job {@code count}. */
    private <T> T whileOneIsAtWork(Supplier<T> meanwhile) {
        CompletableFuture<T> result = new CompletableFuture<>();
        RunEnd end = first.run(
                first.numbers("count", 20, number -> {
                    if (number == 8) {
                        // Elsewhere, as this thread is in a transaction.
                        result.complete(CompletableFuture.supplyAsync(meanwhile, TurnTests::inThread)
                                .join());
                    }
                }),
                "a");
        assertThat(end.exitCode()).isEqualTo(ExitCode.DONE);
        return result.join();
    }

    /** One of its own, as the common pool has a single one where there are two processors. */
    private static void inThread(Runnable work) {
        new Thread(work).start();
    }

    /** Shows a time that is so many seconds later whenever it is looked at. */
    private static Clock clockInStepsOf(int seconds) {
        return new Clock() {
            private Instant now = Instant.EPOCH;

            @Override
            public Instant instant() {
                Instant shown = now;
                now = now.plusSeconds(seconds);
                return shown;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
