package io.openalpha.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.DefaultJobKeyGenerator;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

class RunsCommandTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final Surroundings surroundings = new Surroundings();

    @BeforeEach
    void connect() {
        surroundings.with(database);
    }

    @Test
    void listsRunsForPeople() {
        store(1, "collect", "hourly-1", "COMPLETED", "");
        store(2, "collect", "hourly-2", "FAILED", "no source could be asked");

        CommandRun run = CommandRun.of("runs");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .satisfiesExactly(
                        header ->
                                assertThat(header).startsWith("EXECUTION  RUN").endsWith("OUTCOME"),
                        newest ->
                                assertThat(newest).contains("hourly-2", "FAILED", "60.0 s", "no source could be asked"),
                        oldest -> assertThat(oldest)
                                .contains(
                                        "hourly-1",
                                        "collect",
                                        "COMPLETED",
                                        "asked 500, had 500, failed 0, missing 0; collected.yahoo 500"));
    }

    @Test
    void listsRunsForPrograms() {
        store(1, "collect", "hourly-1", "COMPLETED", "");

        CommandRun run = CommandRun.of("runs", "--json");

        assertThat(run.out()).contains("\"run_id\" : \"hourly-1\"", "\"seconds\" : 60.0", "\"collected.yahoo\" : 500");
    }

    @Test
    void tellsWhatBecameOfTheSymbols() {
        store(1, "collect", "hourly-1", "FAILED", "no source could be asked in time");
        execute("update run_progress set counts = '{\"asked\": 504, \"collected.yahoo\": 500}'");
        execute("insert into symbol (name) values ('X')");
        execute("insert into collection_failure values (1, 'X', 'not_found', 'no such symbol', false, now())");

        assertThat(CommandRun.of("runs", "hourly-1").out())
                .contains("asked 504, had 500, failed 1 (not_found 1), missing 3; collected.yahoo 500");
        assertThat(CommandRun.of("runs", "--json").out())
                .contains("\"asked\" : 504", "\"had\" : 500", "\"failed\" : 1", "\"missing\" : 3");
    }

    @Test
    void callsARunWhoseProcessDiedLost() {
        store(1, "collect", "hourly-1", "STARTED", "");
        execute("update batch_job_execution set end_time = null");

        assertThat(CommandRun.of("runs").out()).contains("LOST").doesNotContain("STARTED");
        assertThat(CommandRun.of("runs", "--status", "lost").out()).contains("hourly-1");
        assertThat(CommandRun.of("runs", "--status", "started").out()).doesNotContain("hourly-1");
    }

    @Test
    void saysWhichStatesThereAre() {
        CommandRun run = CommandRun.of("runs", "--status", "dead");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'dead' is not the state of a run: one of STARTING, STARTED");
        assertThat(CommandRun.of("runs", "--help").out()).contains("LOST", "SKIPPED");
    }

    @Test
    void filters() {
        store(1, "collect", "hourly-1", "COMPLETED", "");
        store(2, "train", "nightly-1", "FAILED", "");

        assertThat(CommandRun.of("runs", "--job", "train").out())
                .contains("nightly-1")
                .doesNotContain("hourly-1");
        assertThat(CommandRun.of("runs", "--status", "completed").out())
                .contains("hourly-1")
                .doesNotContain("nightly-1");
        assertThat(CommandRun.of("runs", "--since", "2126-11-23").out()).doesNotContain("hourly-1", "nightly-1");
    }

    @Test
    void showsOneRunWithItsSteps() {
        store(1, "collect", "hourly-1", "COMPLETED", "");

        assertThat(CommandRun.of("runs", "hourly-1").out()).contains("hourly-1", "STEP", "fetching");
    }

    @Test
    void saysWhenThereIsNoSuchRun() {
        for (String[] arguments :
                new String[][] {{"runs", "nobody"}, {"runs", "restart", "nobody"}, {"runs", "abandon", "nobody"}}) {
            CommandRun run = CommandRun.of(arguments);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("there is no run nobody: 'openalpha runs' lists them");
        }
    }

    @Test
    void asksForTheJobWhenTwoHadARunOfThisId() {
        store(1, "collect", "same", "FAILED", "");
        store(2, "train", "same", "FAILED", "");

        assertThat(CommandRun.of("runs", "abandon", "same").err()).contains("choose one with --job");
        assertThat(CommandRun.of("runs", "--job", "train", "abandon", "same").exitCode())
                .isZero();
        assertThat(CommandRun.of("runs", "--job", "train").out()).contains("ABANDONED");
        assertThat(CommandRun.of("runs", "--job", "collect").out()).contains("FAILED");
    }

    @Test
    void restartsNothingThatIsDone() {
        store(1, "collect", "hourly-1", "COMPLETED", "");

        assertThat(CommandRun.of("runs", "restart", "hourly-1").exitCode()).isZero();
        assertThat(CommandRun.of("runs").out().lines()).hasSize(2);
    }

    @Test
    void purgesOldRuns() {
        store(1, "collect", "hourly-1", "COMPLETED", "");

        assertThat(CommandRun.of("runs", "purge", "--older-than", "36500d").out())
                .contains("Removed 0 runs");
        assertThat(CommandRun.of("runs", "purge", "--older-than", "0s").out()).contains("Removed 1 runs");
        assertThat(CommandRun.of("runs").out()).doesNotContain("hourly-1");
    }

    @Test
    void saysHowAgesAndTimesAreWritten() {
        assertThat(CommandRun.of("runs", "purge", "--older-than", "soon").err())
                .contains("'soon' is not an age such as 90d or 12h");
        assertThat(CommandRun.of("runs", "--since", "yesterday").err()).contains("'yesterday' is neither a day");
        assertThat(CommandRun.of("runs", "--limit", "0").err()).contains("--limit is 0 but must be 1 or more");
    }

    private void store(long number, String job, String run, String status, String message) {
        String key = new DefaultJobKeyGenerator()
                .generateKey(new JobParametersBuilder()
                        .addString("run.id", run, true)
                        .toJobParameters());
        String times = "localtimestamp - interval '1 hour', localtimestamp - interval '1 hour',"
                + " localtimestamp - interval '59 minutes'";
        execute("insert into batch_job_instance values (%s, 0, '%s', '%s')".formatted(number, job, key));
        execute("insert into batch_job_execution values (%1$s, 0, %1$s, %2$s, '%3$s', '%3$s', '%4$s', localtimestamp)"
                .formatted(number, times, status, message));
        execute("insert into batch_job_execution_params values (%s, 'run.id', 'java.lang.String', '%s', 'Y')"
                .formatted(number, run));
        execute(
                "insert into batch_step_execution values (%1$s, 0, 'fetching', %1$s, %2$s, '%3$s', 10, 500, 0, 500, 0, 0, 0, 0, '%3$s', '')"
                        .formatted(number, times, status));
        execute("insert into run_progress values (%s, 'fetching', '', 500, '{\"collected.yahoo\": 500}')"
                .formatted(number));
    }

    private void execute(String sql) {
        JdbcClient.create(database.dataSource()).sql(sql).update();
    }
}
