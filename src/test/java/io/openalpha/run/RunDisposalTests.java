package io.openalpha.run;

import static io.openalpha.run.JobRunnerTests.failingAt;
import static io.openalpha.run.JobRunnerTests.never;
import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RunDisposalTests {

    private static final Duration AGE = Duration.ofDays(90);

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final Worker worker = Worker.on(database);

    private final Repository repository = Repository.of(database);
    private final RunDisposal disposal = worker.bean(RunDisposal.class);

    @Test
    void abandonsFailedRunForGood() {
        worker.run(worker.numbers("count", 20, failingAt(13)), "a");

        RunEnd abandoned = disposal.abandon("count", new RunId("a"));
        RunEnd again = worker.run(worker.numbers("count", 20, never()), "a");

        assertThat(abandoned).isEqualTo(new RunEnd(ExitCode.DONE, "count run a is abandoned"));
        assertThat(again)
                .isEqualTo(
                        new RunEnd(ExitCode.USAGE, "count run a was abandoned and is not resumed: begin another run"));
        assertThat(repository.states()).containsExactly("ABANDONED");
    }

    @Test
    void leavesCompletedRunAsItIs() {
        worker.run(worker.numbers("count", 3), "a");

        assertThat(disposal.abandon("count", new RunId("a")))
                .isEqualTo(new RunEnd(ExitCode.USAGE, "count run a is COMPLETED: nothing to abandon"));
    }

    @Test
    void abandonsNoRunThatIsAtWork() {
        List<RunEnd> ends = new ArrayList<>();
        worker.run(worker.numbers("count", 3, number -> ends.add(disposal.abandon("count", new RunId("a")))), "a");

        assertThat(ends).extracting(RunEnd::exitCode).containsOnly(ExitCode.LOCKED);
        assertThat(repository.states()).containsExactly("COMPLETED");
    }

    @Test
    void purgesOldRunsWithAllTheirTraces() {
        worker.run(worker.numbers("count", 20, failingAt(13)), "a");
        worker.run(worker.numbers("count", 20), "a");
        worker.run(worker.numbers("count", 20, failingAt(13)), "b");
        repository.jdbc().sql("insert into symbol (name) values ('X')").update();
        repository
                .jdbc()
                .sql("insert into collection_failure select job_instance_id, 'X', 'r', '', true, now() from"
                        + " batch_job_instance")
                .update();
        age("100 days");

        assertThat(disposal.purge(AGE)).isEqualTo(2);

        assertThat(repository.contents()).doesNotContain("\n").startsWith("l(count,");
        assertThat(repository
                        .jdbc()
                        .sql("select (select count(*) from batch_job_execution_params)"
                                + " + (select count(*) from batch_job_execution_context)"
                                + " + (select count(*) from batch_step_execution_context)"
                                + " + (select count(*) from collection_failure)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void keepsRunsThatShowedLifeSince() {
        worker.run(worker.numbers("count", 20, failingAt(13)), "a");
        age("100 days");
        worker.run(worker.numbers("count", 20), "a");

        assertThat(disposal.purge(AGE)).isZero();
        assertThat(repository.states()).containsExactly("FAILED", "COMPLETED");
    }

    @Test
    void keepsRunsThatHaveNotEnded() {
        worker.run(worker.numbers("count", 20, failingAt(13)), "a");
        age("100 days");
        repository
                .jdbc()
                .sql("update batch_job_execution set status = 'STARTED', end_time = null")
                .update();

        assertThat(disposal.purge(AGE)).isZero();
        assertThat(repository.states()).containsExactly("STARTED");
    }

    private void age(String by) {
        repository.jdbc().sql("""
                        update batch_job_execution set create_time = create_time - interval '%1$s',
                            start_time = start_time - interval '%1$s', end_time = end_time - interval '%1$s',
                            last_updated = last_updated - interval '%1$s'""".formatted(by)).update();
    }
}
