package io.openalpha.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RunTotalTests {

    private static final long RUN = 1;

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    @BeforeEach
    void oneRun() {
        jdbc.sql("insert into batch_job_instance values (?, 0, 'collect', 'key')")
                .param(RUN)
                .update();
    }

    @Test
    void aRunIsCountedWhenItEnds() {
        begin(1);
        progress("{\"collected.yahoo\": 480, \"failed.not_found\": 20}");
        assertThat(totals()).isEmpty();

        end(1, "COMPLETED", "COMPLETED");

        Map<String, @Nullable Object> total = totals().get(0);
        assertThat(total)
                .containsEntry("job_name", "collect")
                .containsEntry("outcome", "completed")
                .containsEntry("runs", 1L)
                .containsEntry("seconds", 30.0)
                .containsEntry("items", 500L)
                .containsEntry("rows_written", 480L)
                .containsEntry("chunks", 10L)
                .containsEntry("chunk_seconds", 20.0);
    }

    @Test
    void aSymbolThatIsAskedAgainIsNoFurtherItem() {
        begin(1);
        jdbc.sql("""
                        insert into batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time,
                            start_time, end_time, status, read_count, write_count, commit_count)
                        values (2, 0, 'retry', 1, localtimestamp, localtimestamp, localtimestamp, 'COMPLETED', 7, 7, 1)""").update();

        end(1, "COMPLETED", "COMPLETED");

        assertThat(totals().get(0)).containsEntry("items", 500L);
    }

    @Test
    void aResumedRunAddsOnlyTheRowsThatItWroteSince() {
        begin(1);
        progress("{\"collected.yahoo\": 300}");
        end(1, "STOPPED", "STOPPED");
        begin(2);
        progress("{\"collected.yahoo\": 480}");

        end(2, "COMPLETED", "COMPLETED");

        assertThat(totals())
                .extracting(total -> total.get("outcome") + " " + total.get("rows_written"))
                .containsExactlyInAnyOrder("stopped 300", "completed 180");
    }

    @Test
    void skippedAndUnknownRunsHaveOutcomesOfTheirOwn() {
        begin(1);
        end(1, "COMPLETED", "SKIPPED");
        begin(2);
        end(2, "UNKNOWN", "UNKNOWN");
        end(2, "FAILED", "FAILED");

        assertThat(totals())
                .extracting(total -> total.get("outcome") + " " + total.get("runs"))
                .containsExactlyInAnyOrder("skipped 1", "failed 1");
    }

    @Test
    void purgedRunsStayCounted() {
        begin(1);
        progress("{\"bars\": 2500}");
        end(1, "COMPLETED", "COMPLETED");

        jdbc.sql("delete from batch_step_execution").update();
        jdbc.sql("delete from batch_job_execution").update();
        jdbc.sql("delete from batch_job_instance").update();

        assertThat(totals().get(0)).containsEntry("runs", 1L).containsEntry("rows_written", 2500L);
    }

    private void begin(long execution) {
        jdbc.sql("""
                        insert into batch_job_execution (job_execution_id, version, job_instance_id, create_time, start_time, status)
                        values (:id, 0, :run, localtimestamp, localtimestamp, 'STARTED')""").param("id", execution).param("run", RUN).update();
        jdbc.sql("""
                        insert into batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time,
                            start_time, end_time, status, read_count, write_count, commit_count)
                        values (:id, 0, 'collect', :id, localtimestamp, localtimestamp, localtimestamp + interval '20 seconds',
                            'COMPLETED', 500, 500, 10)""").param("id", execution).update();
    }

    private void progress(String counts) {
        jdbc.sql("""
                        insert into run_progress values (:run, 'collect', '', 1, :counts::jsonb)
                        on conflict (job_instance_id, step) do update set counts = excluded.counts""").param("run", RUN).param("counts", counts).update();
    }

    private void end(long execution, String status, String exitCode) {
        jdbc.sql("""
                        update batch_job_execution set status = :status, exit_code = :exit,
                            end_time = coalesce(end_time, start_time + interval '30 seconds')
                        where job_execution_id = :id""")
                .param("status", status)
                .param("exit", exitCode)
                .param("id", execution)
                .update();
    }

    private List<Map<String, @Nullable Object>> totals() {
        return jdbc.sql("select * from run_total").query().listOfRows();
    }
}
