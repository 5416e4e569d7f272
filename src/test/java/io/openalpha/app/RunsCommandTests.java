package io.openalpha.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import io.openalpha.jobs.fetch.Failure;
import io.openalpha.jobs.fetch.FailureTable;
import io.openalpha.market.Instrument;
import io.openalpha.market.Symbol;
import io.openalpha.market.Universe;
import io.openalpha.run.RunId;
import io.openalpha.run.StoredRuns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.ExitStatus;

class RunsCommandTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final StoredRuns runs = StoredRuns.in(database);
    private final Instant hourAgo = Instant.now().minus(Duration.ofHours(1));

    @AutoClose
    private final Surroundings surroundings = new Surroundings();

    @BeforeEach
    void connect() {
        surroundings.with(database);
    }

    @Test
    void listsRunsForPeople() {
        store("collect", "hourly-1", "COMPLETED", "");
        store("collect", "hourly-2", "FAILED", "no source could be asked");

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
        store("collect", "hourly-1", "COMPLETED", "");

        CommandRun run = CommandRun.of("runs", "--json");

        assertThat(run.out()).contains("\"run_id\" : \"hourly-1\"", "\"seconds\" : 60.0", "\"collected.yahoo\" : 500");
    }

    @Test
    void tellsWhatBecameOfTheSymbols() {
        long execution = store("collect", "hourly-1", "FAILED", "no source could be asked in time");
        runs.commit(execution, "collect", 500, Map.of("asked", 504L, "collected.yahoo", 500L));
        Symbol symbol = new Symbol("X");
        new Universe(runs.jdbc()).save(List.of(Instrument.known(symbol)));
        new FailureTable(runs.jdbc())
                .save(
                        runs.instance(execution),
                        List.of(new Failure(symbol, "not_found", "no such symbol", false, true, Instant.now())));

        assertThat(CommandRun.of("runs", "hourly-1").out())
                .contains("asked 504, had 500, failed 1 (not_found 1), missing 3; collected.yahoo 500");
        assertThat(CommandRun.of("runs", "--json").out())
                .contains("\"asked\" : 504", "\"had\" : 500", "\"failed\" : 1", "\"missing\" : 3");
    }

    @Test
    void callsARunWhoseProcessDiedLost() {
        begin("collect", "hourly-1");

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
        store("collect", "hourly-1", "COMPLETED", "");
        store("train", "nightly-1", "FAILED", "");

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
        store("collect", "hourly-1", "COMPLETED", "");

        assertThat(CommandRun.of("runs", "hourly-1").out()).contains("hourly-1", "STEP", "collect");
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
        store("collect", "same", "FAILED", "");
        store("train", "same", "FAILED", "");

        assertThat(CommandRun.of("runs", "abandon", "same").err()).contains("choose one with --job");
        assertThat(CommandRun.of("runs", "--job", "train", "abandon", "same").exitCode())
                .isZero();
        assertThat(CommandRun.of("runs", "--job", "train").out()).contains("ABANDONED");
        assertThat(CommandRun.of("runs", "--job", "collect").out()).contains("FAILED");
    }

    @Test
    void restartsNothingThatIsDone() {
        store("collect", "hourly-1", "COMPLETED", "");

        assertThat(CommandRun.of("runs", "restart", "hourly-1").exitCode()).isZero();
        assertThat(CommandRun.of("runs").out().lines()).hasSize(2);
    }

    @Test
    void purgesOldRuns() {
        store("collect", "hourly-1", "COMPLETED", "");

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

    /** A run of an hour ago that took a minute. */
    private long store(String job, String run, String status, String message) {
        long execution = begin(job, run);
        Instant end = hourAgo.plusSeconds(60);
        runs.endSteps(execution, status, 500, end);
        runs.end(execution, status, new ExitStatus(status, message), end);
        return execution;
    }

    private long begin(String job, String run) {
        long execution = runs.begin(job, new RunId(run), job, Map.of(), hourAgo);
        runs.commit(execution, job, 500, Map.of("collected.yahoo", 500L));
        return execution;
    }
}
