package io.openalpha.run;

import static io.openalpha.run.JobRunnerTests.failingAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.openalpha.database.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
                        ExecutionRecord::job, ExecutionRecord::runId, ExecutionRecord::status, ExecutionRecord::items)
                .containsExactly(
                        tuple("train", "b", "COMPLETED", 3L),
                        tuple("count", "a", "COMPLETED", 10L),
                        tuple("count", "a", "FAILED", 10L));
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

        assertThat(last.counts()).isEqualTo(Map.of("written", 20L));
        assertThat(last.failures()).isEqualTo(Map.of("not_found", 2L));
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
        assertThat(runs(new RunQuery(null, "COMPLETED", null, null, 10))).containsExactly("b");
        assertThat(runs(new RunQuery(null, null, soon, null, 10))).isEmpty();
        assertThat(runs(new RunQuery("train", "COMPLETED", soon.minusSeconds(3_600), null, 10)))
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
                .extracting(ExecutionRecord::status)
                .containsExactly("COMPLETED", "FAILED");
        assertThat(history.steps(new RunId("a")))
                .extracting(StepRecord::step, StepRecord::status, StepRecord::items)
                .containsExactly(tuple("write", "FAILED", 10L), tuple("write", "COMPLETED", 10L));
        assertThat(history.executions(new RunId("unknown"))).isEmpty();
    }

    private List<String> runs(RunQuery query) {
        return history.page(query).stream().map(ExecutionRecord::runId).toList();
    }
}
