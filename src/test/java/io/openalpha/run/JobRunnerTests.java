package io.openalpha.run;

import static io.openalpha.run.Repository.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class JobRunnerTests {

    private final TestDatabase database = TestDatabase.fresh();
    private final Repository repository = Repository.of(database);
    private Worker worker = Worker.on(database);

    @AfterEach
    void close() {
        worker.close();
        database.close();
    }

    @Test
    void runsToTheEnd() {
        RunEnd end = worker.run(worker.numbers("count", 12), "a");

        assertThat(end.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(end.message()).startsWith("count completed after ");
        assertThat(repository.written("a")).isEqualTo(upTo(12));
        assertThat(repository.states()).containsExactly("COMPLETED");
        assertThat(repository.lockHolders()).isEmpty();
    }

    @Test
    void refusesFinishedRunPolitely() {
        worker.run(worker.numbers("count", 12), "a");

        RunEnd end = worker.run(worker.numbers("count", 12, never()), "a");

        assertThat(end.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(end.message())
                .matches("count run a is already completed at \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ:"
                        + " nothing to do");
        assertThat(repository.states()).containsExactly("COMPLETED");
    }

    @Test
    void takesAnotherIdForAnotherRun() {
        worker.run(worker.numbers("count", 3), "a");
        worker.run(worker.numbers("count", 3), "b");

        assertThat(repository.written("a")).isEqualTo(upTo(3));
        assertThat(repository.written("b")).isEqualTo(upTo(3));
    }

    @Test
    void resumesAfterTheLastCommittedChunk() {
        RunEnd failed = worker.run(worker.numbers("count", 20, failingAt(13)), "a");
        assertThat(failed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(repository.written("a")).isEqualTo(upTo(10));

        List<Integer> attempted = new ArrayList<>();
        RunEnd resumed = worker.run(worker.numbers("count", 20, attempted::add), "a");

        assertThat(resumed.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(resumed.message())
                .matches("count completed after \\d+\\.\\d s in 2 executions, the last of \\d+\\.\\d s");
        assertThat(attempted).startsWith(11);
        assertThat(repository.written("a")).isEqualTo(upTo(20));
        assertThat(repository.states()).containsExactly("FAILED", "COMPLETED");
    }

    @Test
    void countsInEachStepWhatItCommitted() {
        worker.run(worker.numbers("count", 20, failingAt(13)), "a");
        worker.run(worker.numbers("count", 20), "a");

        assertThat(repository
                        .jdbc()
                        .sql("select write_count from batch_step_execution order by step_execution_id")
                        .query(Long.class)
                        .list())
                .containsExactly(10L, 10L);
    }

    @Test
    void logsTheWholeFailureOnceAndSaysWhyInOneLine(CapturedOutput output) {
        RunEnd end = worker.run(worker.numbers("count", 20, failingAt(13)), "a");

        assertThat(end.message())
                .matches("count failed after \\d+\\.\\d s \\(resume with --run-id a\\): 13 is too much");
        assertThat(output.getErr()).containsOnlyOnce("IllegalStateException: 13 is too much");
    }

    @Test
    void goesByTheDetailsOfTheFirstStart() {
        List<Map<String, String>> seen = new ArrayList<>();
        NumbersPlan plan = worker.numbers("count", 20, failingAt(13));
        worker.run(noting(plan, seen), "a", Map.of("symbols", "AAPL"));
        worker.run(noting(plan, seen), "a", Map.of("symbols", "MSFT"));

        assertThat(seen).containsExactly(Map.of("symbols", "AAPL"), Map.of("symbols", "AAPL"));
    }

    @Test
    void refusesDetailsThatMakeNoSenseInTheWordsOfTheJob() {
        JobPlan picky = new JobPlan() {
            @Override
            public String name() {
                return "picky";
            }

            @Override
            public org.springframework.batch.core.job.Job job(Run run) {
                throw new IllegalArgumentException("'x' is not a symbol");
            }
        };

        assertThat(worker.run(picky, "a")).isEqualTo(new RunEnd(ExitCode.USAGE, "'x' is not a symbol"));
        assertThat(repository.states()).isEmpty();
    }

    @Test
    void stopsAfterTheChunkAtHandAndResumes() {
        RunEnd stopped = worker.run(
                worker.numbers("count", 20, number -> {
                    if (number == 7) {
                        worker.stop().request();
                    }
                }),
                "a");
        assertThat(stopped.exitCode()).isEqualTo(ExitCode.STOPPED);
        assertThat(stopped.message()).endsWith(" s (resume with --run-id a)");
        assertThat(repository.written("a")).isEqualTo(upTo(10));
        assertThat(repository.states()).containsExactly("STOPPED");

        worker.close();
        worker = Worker.on(database);
        assertThat(worker.run(worker.numbers("count", 20), "a").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(repository.written("a")).isEqualTo(upTo(20));
    }

    @Test
    void writesNothingWhenStoppedBeforeItBegins() {
        String before = repository.contents();
        worker.stop().request();

        RunEnd end = worker.run(worker.numbers("count", 20, never()), "a");

        assertThat(end.exitCode()).isEqualTo(ExitCode.STOPPED);
        assertThat(repository.contents()).isEqualTo(before);
    }

    @Test
    void takesUpAnInstanceThatNeverGotAnExecution() {
        worker.bean(JobRepository.class)
                .createJobInstance(
                        "count",
                        new JobParametersBuilder()
                                .addString(Executions.RUN_ID, "a", true)
                                .toJobParameters());

        assertThat(worker.run(worker.numbers("count", 3), "a").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(repository.written("a")).isEqualTo(upTo(3));
    }

    private static JobPlan noting(NumbersPlan plan, List<Map<String, String>> seen) {
        return new JobPlan() {
            @Override
            public String name() {
                return plan.name();
            }

            @Override
            public org.springframework.batch.core.job.Job job(Run run) {
                seen.add(run.details());
                return plan.job(run);
            }
        };
    }

    static IntConsumer failingAt(int last) {
        return number -> {
            if (number == last) {
                throw new IllegalStateException(last + " is too much");
            }
        };
    }

    static IntConsumer never() {
        return number -> {
            throw new AssertionError("nothing was to be written");
        };
    }
}
