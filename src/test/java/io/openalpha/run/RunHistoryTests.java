package io.openalpha.run;

import static io.openalpha.run.JobRunnerTests.failingAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.openalpha.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RunHistoryTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final Worker worker = Worker.on(database);

    private final RunHistory history = worker.bean(RunHistory.class);

    @Test
    void listsExecutionsNewestFirst() {
        worker.run(worker.numbers("count", 20, failingAt(13)), "a");
        worker.run(worker.numbers("count", 20), "a");
        worker.run(worker.numbers("train", 3), "b");

        assertThat(history.page(RunQuery.newest(10)))
                .extracting(
                        ExecutionRecord::job, ExecutionRecord::runId, ExecutionRecord::state, ExecutionRecord::items)
                .containsExactly(
                        tuple("train", "b", RunState.COMPLETED, 3L),
                        tuple("count", "a", RunState.COMPLETED, 10L),
                        tuple("count", "a", RunState.FAILED, 10L));
    }

    @Test
    void countsOutcomesAndFailuresOfTheWholeRun() {
        worker.run(worker.numbers("count", 20, failingAt(13)), "a");
        worker.run(worker.numbers("count", 20), "a");
        worker.jdbc().sql("insert into symbol (name) values ('X'), ('Y')").update();
        worker.jdbc().sql("""
                        insert into collection_failure
                        select job_instance_id, unnest(array['X', 'Y']), 'not_found', 'no such symbol', false, now()
                        from batch_job_instance""").update();

        ExecutionRecord last = history.page(RunQuery.newest(1)).get(0);

        assertThat(last.counts().counts()).isEqualTo(Map.of("written", 20L));
        assertThat(last.counts().failures()).isEqualTo(Map.of("not_found", 2L));
        assertThat(last.duration()).isNotNull();
    }

    @Test
    void saysInOneLineWhyAnExecutionFailed() {
        worker.run(worker.numbers("count", 20, failingAt(13)), "a");

        assertThat(history.page(RunQuery.newest(1)).get(0).message()).isEqualTo("13 is too much");
        assertThat(history.steps(new RunId("a")).get(0).message()).isEqualTo("13 is too much");
    }

    @Test
    void filtersByJobStateAndTime() {
        worker.run(worker.numbers("count", 20, failingAt(13)), "a");
        worker.run(worker.numbers("train", 3), "b");
        Instant soon = Instant.now().plusSeconds(60);

        assertThat(runs(new RunQuery("count", null, null, null, 10))).containsExactly("a");
        assertThat(runs(new RunQuery(null, RunState.COMPLETED, null, null, 10))).containsExactly("b");
        assertThat(runs(new RunQuery(null, null, soon, null, 10))).isEmpty();
        assertThat(runs(new RunQuery("train", RunState.COMPLETED, soon.minusSeconds(3_600), null, 10)))
                .containsExactly("b");
    }

    @Test
    void turnsPages() {
        for (String run : List.of("a", "b", "c")) {
            worker.run(worker.numbers("count", 1), run);
        }

        List<ExecutionRecord> first = history.page(RunQuery.newest(2));
        List<ExecutionRecord> second =
                history.page(new RunQuery(null, null, null, first.get(1).execution(), 2));

        assertThat(first).extracting(ExecutionRecord::runId).containsExactly("c", "b");
        assertThat(second).extracting(ExecutionRecord::runId).containsExactly("a");
    }

    @Test
    void showsARunWithItsSteps() {
        worker.run(worker.numbers("count", 20, failingAt(13)), "a");
        worker.run(worker.numbers("count", 20), "a");
        worker.run(worker.numbers("count", 3), "b");

        assertThat(history.executions(new RunId("a")))
                .extracting(ExecutionRecord::state)
                .containsExactly(RunState.COMPLETED, RunState.FAILED);
        assertThat(history.steps(new RunId("a")))
                .extracting(StepRecord::step, StepRecord::state, StepRecord::items)
                .containsExactly(tuple("write", RunState.FAILED, 10L), tuple("write", RunState.COMPLETED, 10L));
        assertThat(history.executions(new RunId("unknown"))).isEmpty();
    }

    @Test
    void anExecutionThatWasResumedDoesNotShowWhatALaterOneCounted() {
        worker.run(worker.numbers("count", 20, failingAt(13)), "a");
        worker.run(worker.numbers("count", 20), "a");
        count("a", "{\"asked\": 23, \"collected.yahoo\": 20}");

        List<ExecutionRecord> executions = history.executions(new RunId("a"));

        assertThat(executions)
                .extracting(ExecutionRecord::items, ExecutionRecord::account)
                .containsExactly(tuple(10L, new SymbolAccount(23, 20, Map.of(), 3)), tuple(10L, null));
        ExecutionRecord whole = WholeRun.of(executions).get(0);
        assertThat(whole.items()).isEqualTo(20);
        assertThat(whole.account()).isEqualTo(new SymbolAccount(23, 20, Map.of(), 3));
        assertThat(whole.created()).isEqualTo(executions.get(1).created());
        assertThat(whole.duration())
                .isEqualTo(executions.stream()
                        .map(ExecutionRecord::duration)
                        .filter(Objects::nonNull)
                        .reduce(Duration.ZERO, Duration::plus));
    }

    @Test
    void aSymbolThatIsAskedAgainIsNotCountedTwice() {
        worker.run(worker.numbers("count", 6), "a");
        worker.jdbc().sql("""
                        insert into batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time,
                            start_time, end_time, status, write_count)
                        select 99, 0, 'retry', job_execution_id, create_time, start_time, end_time, 'COMPLETED', 1
                        from batch_job_execution""").update();

        assertThat(history.page(RunQuery.newest(1)).get(0).items()).isEqualTo(6);
    }

    @Test
    void aRunThatIsSaidToBeAtWorkWithoutItsLockIsLost() {
        worker.run(worker.numbers("count", 3), "a");
        worker.run(worker.numbers("count", 3), "b");
        worker.jdbc()
                .sql("update batch_job_execution set status = 'STARTED', end_time = null where job_execution_id = 1")
                .update();

        assertThat(history.executions(new RunId("a")).get(0).state()).isEqualTo(RunState.LOST);
        assertThat(WholeRun.of(history.executions(new RunId("a"))).get(0).duration())
                .isNull();
        assertThat(runs(new RunQuery(null, RunState.LOST, null, null, 10))).containsExactly("a");
        assertThat(runs(new RunQuery(null, RunState.STARTED, null, null, 10))).isEmpty();
        assertThat(runs(new RunQuery(null, RunState.COMPLETED, null, null, 10))).containsExactly("b");
    }

    @Test
    void aRunIsAtWorkWhileItHoldsItsLock() {
        List<RunState> seen = new ArrayList<>();
        worker.run(
                worker.numbers("count", 1, number -> CompletableFuture.runAsync(() -> seen.add(
                                history.executions(new RunId("a")).get(0).state()))
                        .join()),
                "a");

        assertThat(seen).containsExactly(RunState.STARTED);
    }

    @Test
    void aRunWithNothingToDoIsSkipped() {
        worker.run(worker.numbers("count", 3), "a");
        worker.jdbc()
                .sql("update batch_job_execution set exit_code = 'SKIPPED'")
                .update();

        assertThat(WholeRun.of(history.executions(new RunId("a"))).get(0).state())
                .isEqualTo(RunState.SKIPPED);
        assertThat(runs(new RunQuery(null, RunState.SKIPPED, null, null, 10))).containsExactly("a");
        assertThat(runs(new RunQuery(null, RunState.COMPLETED, null, null, 10))).isEmpty();
    }

    @Test
    void ordersAndFiltersByDurationAndText() {
        worker.run(worker.numbers("count", 3), "a");
        worker.run(worker.numbers("count", 3), "b");
        worker.jdbc()
                .sql("update batch_job_execution set end_time = create_time + interval '90 seconds'"
                        + " where job_execution_id = 1")
                .update();

        assertThat(runs(query(null, null, RunQuery.Order.LONGEST, null))).containsExactly("a", "b");
        assertThat(runs(query(null, null, RunQuery.Order.LONGEST, 1L))).containsExactly("b");
        assertThat(runs(query(null, null, RunQuery.Order.OLDEST, 1L))).containsExactly("b");
        assertThat(runs(query(Duration.ofMinutes(1), null, RunQuery.Order.NEWEST, null)))
                .containsExactly("a");
        assertThat(runs(query(null, "B", RunQuery.Order.NEWEST, null))).containsExactly("b");
    }

    @Test
    void aStepTellsItsShareWhileItIsAtWork() {
        worker.run(worker.numbers("count", 3), "a");
        worker.jdbc()
                .sql("insert into run_share select job_instance_id, 'write', 3, 4, now() from batch_job_instance "
                        + "on conflict (job_instance_id, step) do update set done = 3, total = 4")
                .update();
        assertThat(history.steps(new RunId("a")).get(0).share()).isNull();

        worker.jdbc()
                .sql("update batch_step_execution set end_time = null, status = 'STARTED'")
                .update();

        assertThat(history.steps(new RunId("a")).get(0).share()).isEqualTo(new StepShare("write", 3, 4));
    }

    private void count(String run, String counts) {
        worker.jdbc().sql("""
                        update run_progress set counts = ?::jsonb where job_instance_id in (
                            select job_instance_id from batch_job_execution e
                            join batch_job_execution_params p on p.job_execution_id = e.job_execution_id
                            where p.parameter_value = ?)""").params(counts, run).update();
    }

    private static RunQuery query(
            @Nullable Duration longer, @Nullable String text, RunQuery.Order order, @Nullable Long after) {
        return new RunQuery(null, Set.of(), null, null, longer, text, order, after, 10);
    }

    private List<String> runs(RunQuery query) {
        return history.page(query).stream().map(ExecutionRecord::runId).toList();
    }
}
