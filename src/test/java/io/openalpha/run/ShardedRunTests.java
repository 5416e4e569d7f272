package io.openalpha.run;

import static io.openalpha.run.JobRunnerTests.failingAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.openalpha.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.Job;

class ShardedRunTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final Worker first = shard(0, 2);

    @AutoClose
    private final Worker second = shard(1, 2);

    @AutoClose
    private final Worker whole = Worker.on(database);

    private final Repository repository = Repository.of(database);

    @Test
    void shardsOfARunWorkSideBySide() {
        List<RunEnd> ends = new ArrayList<>();

        ends.add(first.run(numbers(first, during(3, () -> ends.add(run(second, "a")))), "a"));

        assertThat(ends).extracting(RunEnd::exitCode).containsExactly(ExitCode.DONE, ExitCode.DONE);
        assertThat(repository.states()).containsExactly("COMPLETED", "COMPLETED");
        assertThat(repository.lockHolders()).isEmpty();
        assertThat(whole())
                .extracting(ExecutionRecord::state, ExecutionRecord::items)
                .containsExactly(tuple(RunState.COMPLETED, 40L));
    }

    @Test
    void aShardThatWaitedInVainIsNotSkippedBecauseAnotherOneOfItsRunMayHaveItsTurn() {
        List<RunEnd> ends = new ArrayList<>();

        try (Worker hasty =
                Worker.on(database, "openalpha.run.wait=1ms", "openalpha.shard.index=0", "openalpha.shard.count=2")) {
            whole.run(numbers(whole, during(3, () -> ends.add(run(hasty, "b")))), "a");
        }

        assertThat(ends).extracting(RunEnd::exitCode).containsExactly(ExitCode.LOCKED);
        assertThat(repository.states()).containsExactly("COMPLETED");
    }

    @Test
    void nothingElseOfTheJobWorksBesideAShard() {
        List<RunEnd> ends = new ArrayList<>();

        first.run(
                numbers(first, during(3, () -> {
                    ends.add(run(whole, "b"));
                    ends.add(run(second, "b"));
                    ends.add(run(first, "a"));
                    try (Worker other = shard(2, 3)) {
                        ends.add(run(other, "a"));
                    }
                })),
                "a");

        assertThat(ends)
                .extracting(RunEnd::exitCode)
                .containsOnly(ExitCode.LOCKED)
                .hasSize(4);
        assertThat(ends.get(0).message()).startsWith("count is already at work: run a on ");
        assertThat(ends.get(2).message()).startsWith("count 0/2 is already at work: run a on ");
        assertThat(repository.states()).containsExactly("COMPLETED");
    }

    @Test
    void noShardWorksBesideARunThatIsNotDivided() {
        List<RunEnd> ends = new ArrayList<>();

        whole.run(numbers(whole, during(3, () -> ends.add(run(second, "b")))), "a");

        assertThat(ends).extracting(RunEnd::exitCode).containsExactly(ExitCode.LOCKED);
    }

    @Test
    void aFailedShardIsResumedAlone() {
        first.run(numbers(first, failingAt(13)), "a");
        run(second, "a");
        assertThat(whole()).extracting(ExecutionRecord::state).containsExactly(RunState.FAILED);

        List<Integer> attempted = new ArrayList<>();
        first.run(numbers(first, attempted::add), "a");

        assertThat(attempted).startsWith(11);
        assertThat(repository.states()).containsExactly("FAILED", "COMPLETED", "COMPLETED");
        assertThat(whole())
                .extracting(ExecutionRecord::state, ExecutionRecord::items)
                .containsExactly(tuple(RunState.COMPLETED, 40L));
        assertThat(whole().get(0).counts().counts()).containsEntry("written", 40L);
    }

    @Test
    void aShardRecoversItsOwnDeadAndNotAnother() {
        first.run(numbers(first, failingAt(13)), "a");
        leaveStarted();

        run(second, "a");
        assertThat(repository.states()).containsExactly("STARTED", "COMPLETED");

        run(first, "a");
        assertThat(repository.states()).containsExactly("FAILED", "COMPLETED", "COMPLETED");
    }

    @Test
    void theNextRunRecoversWhatShardsOfTheLastOneLeft() {
        first.run(numbers(first, failingAt(13)), "a");
        leaveStarted();

        run(second, "b");

        assertThat(repository.states()).containsExactly("FAILED", "COMPLETED");
    }

    @Test
    void aRunIsStartingUntilEachOfItsShardsHasBegun() {
        run(first, "a");

        assertThat(whole()).extracting(ExecutionRecord::state).containsExactly(RunState.STARTING);
    }

    @Test
    void aShardThatLostItsLockCommitsNothingMoreAfterTheNextRunBegan() {
        List<RunEnd> ends = new ArrayList<>();

        RunEnd zombie = first.run(
                numbers(first, during(8, () -> {
                    repository.cutLockSession();
                    ends.add(run(second, "b"));
                })),
                "a");

        assertThat(ends).extracting(RunEnd::exitCode).containsExactly(ExitCode.DONE);
        assertThat(zombie.exitCode()).isEqualTo(ExitCode.LOCKED);
        assertThat(repository.written("a")).isEqualTo(Repository.upTo(5));
    }

    @Test
    void refusesAnotherNumberOfShardsForTheSameRun() {
        first.run(numbers(first, failingAt(13)), "a");

        RunEnd undivided = run(whole, "a");

        assertThat(undivided.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(undivided.message())
                .isEqualTo("count run a was begun with 2 shards, not 1: resume it with as many, or begin another run");
    }

    @Test
    void refusesToDivideAJobThatLooksAtAllSymbolsTogether() {
        RunEnd end = first.run(first.numbers("backfill", 3), "a");

        assertThat(end.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(end.message()).contains("backfill cannot be divided", "openalpha.shard.count is 2");
    }

    @Test
    void aRunIsGivenUpWithAllItsShards() {
        first.run(numbers(first, failingAt(13)), "a");
        second.run(numbers(second, failingAt(7)), "a");

        RunEnd end = whole.bean(RunDisposal.class).abandon("count", new RunId("a"));

        assertThat(end.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(repository.states()).containsExactly("ABANDONED", "ABANDONED");
    }

    private List<ExecutionRecord> whole() {
        return WholeRun.of(whole.bean(RunHistory.class).executions(new RunId("a")));
    }

    private Worker shard(int index, int count) {
        return Worker.on(database, "openalpha.shard.index=" + index, "openalpha.shard.count=" + count);
    }

    private static RunEnd run(Worker worker, String run) {
        return worker.run(numbers(worker, number -> {}), run);
    }

    private static JobPlan numbers(Worker worker, IntConsumer beforeEach) {
        NumbersPlan plan = worker.numbers("count", 20, beforeEach);
        return new JobPlan() {
            @Override
            public String name() {
                return plan.name();
            }

            @Override
            public boolean isDivisible() {
                return true;
            }

            @Override
            public Job job(Run run) {
                return plan.job(run);
            }
        };
    }

    /** Does something once, on a thread that has no part in the transaction at hand. */
    private static IntConsumer during(int number, Runnable work) {
        return at -> {
            if (at == number) {
                CompletableFuture.runAsync(work, task -> new Thread(task).start())
                        .join();
            }
        };
    }

    private void leaveStarted() {
        for (String table : new String[] {"batch_job_execution", "batch_step_execution"}) {
            repository
                    .jdbc()
                    .sql("update %s set status = 'STARTED', exit_code = 'UNKNOWN', end_time = null".formatted(table))
                    .update();
        }
    }
}
