package io.openalpha.run;

import static io.openalpha.run.JobRunnerTests.failingAt;
import static io.openalpha.run.Repository.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
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
