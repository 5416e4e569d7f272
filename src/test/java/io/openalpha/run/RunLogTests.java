package io.openalpha.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class RunLogTests {

    private static final Logger LOG = LoggerFactory.getLogger("io.openalpha.test");
    private static final long RUN = 1;

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final RunLogs logs = new RunLogs(jdbc);

    @BeforeEach
    void oneRun() {
        jdbc.sql("insert into batch_job_instance values (?, 0, 'collect', 'key')")
                .param(RUN)
                .update();
    }

    @Test
    void keepsWhatIsSaidWhileTheRunIsAtWorkAndNoMore() {
        LOG.warn("before the run");
        logs.keepDuring(RUN, () -> LOG.warn("in the run: {}", "a value"));
        LOG.warn("after the run");

        assertThat(messages()).contains("in the run: a value").doesNotContain("before the run", "after the run");
    }

    @Test
    void keepsNoMoreThanSomeThousandsOfLines() {
        List<LogLine> many = IntStream.range(0, RunLogs.MOST_LINES - 1)
                .mapToObj(number -> line("line " + number))
                .toList();

        logs.add(RUN, many);
        logs.add(RUN, List.of(line("the last"), line("one too many")));

        assertThat(messages()).hasSize(RunLogs.MOST_LINES).contains("the last").doesNotContain("one too many");
    }

    @Test
    void aRunThatCannotBeLoggedIsNotDisturbed() {
        logs.keepDuring(RUN + 1, () -> LOG.warn("there is no such run, and the line has no place to go"));

        assertThat(messages()).isEmpty();
    }

    @Test
    void samplesOfProgressGetRarerAndGoWithTheRun() {
        jdbc.sql("insert into run_progress values (?, 'fetch', '', 1, '{}')")
                .param(RUN)
                .update();
        jdbc.sql("update run_progress set items = 2").update();
        assertThat(samples()).isEqualTo(1);
        jdbc.sql("update run_sample set at = at - interval '10 seconds'").update();
        jdbc.sql("update run_progress set items = 3").update();
        assertThat(samples()).isEqualTo(2);

        jdbc.sql("delete from batch_job_instance").update();

        assertThat(samples()).isZero();
    }

    private static LogLine line(String message) {
        return new LogLine(Instant.EPOCH, "INFO", message);
    }

    private List<String> messages() {
        return jdbc.sql("select message from run_log order by line")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private long samples() {
        return jdbc.sql("select count(*) from run_sample").query(Long.class).single();
    }
}
