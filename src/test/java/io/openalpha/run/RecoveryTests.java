package io.openalpha.run;

import static io.openalpha.run.JobRunnerTests.failingAt;
import static io.openalpha.run.Repository.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final Worker worker = Worker.on(database);

    private final Repository repository = Repository.of(database);

    @ParameterizedTest
    @ValueSource(strings = {"STARTING", "STARTED", "STOPPING", "UNKNOWN"})
    void mendsWhatADeadProcessLeft(String state) {
        worker.run(worker.numbers("count", 20, failingAt(13)), "a");
        leave(state);

        assertThat(worker.run(worker.numbers("count", 20), "a").exitCode()).isEqualTo(ExitCode.DONE);

        assertThat(repository.written("a")).isEqualTo(upTo(20));
        assertThat(repository.states()).containsExactly("FAILED", "COMPLETED");
        assertThat(repository.stepStates()).containsExactly("FAILED", "COMPLETED");
        assertThat(repository.exitMessage(1))
                .matches("(?s)recovered by run a on \\S+ at \\d{4}-.*Z: it was left " + state + " when .*");
    }

    @Test
    void mendsOtherRunsOfTheJobToo() {
        worker.run(worker.numbers("count", 20, failingAt(13)), "a");
        leave("STARTED");

        worker.run(worker.numbers("count", 3), "b");

        assertThat(repository.states()).containsExactly("FAILED", "COMPLETED");
        assertThat(repository.exitMessage(1)).contains("recovered by run b");
    }

    @Test
    void leavesOtherJobsAlone() {
        worker.run(worker.numbers("count", 20, failingAt(13)), "a");
        leave("STARTED");

        worker.run(worker.numbers("train", 3), "b");

        assertThat(repository.states()).containsExactly("STARTED", "COMPLETED");
    }

    @Test
    void aDeadExecutionEndedWithItsLastSignOfLife() {
        worker.run(worker.numbers("count", 20, failingAt(13)), "a");
        leave("STARTED");
        String hourAgo = "localtimestamp - interval '1 hour'";
        repository
                .jdbc()
                .sql("update batch_job_execution set create_time = %1$s, start_time = %1$s, last_updated = %1$s"
                        .formatted(hourAgo))
                .update();
        repository
                .jdbc()
                .sql("update batch_step_execution s set start_time = e.create_time,"
                        + " last_updated = e.create_time + interval '30 seconds' from batch_job_execution e")
                .update();

        worker.run(worker.numbers("count", 20), "a");

        ExecutionRecord dead =
                worker.bean(RunHistory.class).executions(new RunId("a")).get(1);
        assertThat(dead.state()).isEqualTo(RunState.FAILED);
        assertThat(dead.duration()).isEqualTo(Duration.ofSeconds(30));
    }

    private void leave(String state) {
        for (String table : new String[] {"batch_job_execution", "batch_step_execution"}) {
            repository
                    .jdbc()
                    .sql("update %s set status = ?, exit_code = 'UNKNOWN', exit_message = '', end_time = null"
                            .formatted(table))
                    .param(state)
                    .update();
        }
    }
}
