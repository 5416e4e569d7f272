package io.openalpha.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openalpha.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StoredProgressTests {

    private static final long RUN = 7;

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final List<String> shown = new ArrayList<>();
    private final StoredProgress progress = new StoredProgress(this::show, new ShareTable(jdbc));

    @BeforeEach
    void oneRun() {
        jdbc.sql("insert into batch_job_instance values (?, 0, 'collect', 'key')")
                .param(RUN)
                .update();
    }

    @Test
    void tellsWhileARunIsAtWorkHowMuchIsDone() {
        progress.keepDuring(RUN, () -> {
            ProgressDisplay.Bar bar = progress.begin("fetch", 3);
            await().untilAsserted(() -> assertThat(shares()).containsExactly("fetch 0 of 3"));
            bar.advance();
            bar.advance();
            await().untilAsserted(() -> assertThat(shares()).containsExactly("fetch 2 of 3"));
            bar.end();
        });

        assertThat(shown).containsExactly("fetch of 3", "one more", "one more", "end");
    }

    @Test
    void aStepThatBeginsAnewIsCountedAnew() {
        progress.keepDuring(RUN, () -> {
            progress.begin("fetch", 3).advance();
            await().untilAsserted(() -> assertThat(shares()).containsExactly("fetch 1 of 3"));
            progress.begin("fetch", 2);
            await().untilAsserted(() -> assertThat(shares()).containsExactly("fetch 0 of 2"));
        });
    }

    @Test
    void progressThatCannotBeStoredFailsNoRun() {
        progress.keepDuring(RUN + 1, () -> progress.begin("fetch", 3).advance());

        assertThat(shares()).isEmpty();
    }

    private List<String> shares() {
        return jdbc.sql("select step || ' ' || done || ' of ' || total from run_share order by step")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private ProgressDisplay.Bar show(String step, long total) {
        shown.add(step + " of " + total);
        return new ProgressDisplay.Bar() {
            @Override
            public void advance() {
                shown.add("one more");
            }

            @Override
            public void end() {
                shown.add("end");
            }
        };
    }
}
