package io.openalpha.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A history of 100,000 executions, in which every page must be found by indexes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongHistoryIntegrationTests {

    private static final LocalDateTime END = LocalDateTime.parse("2026-11-22T00:00:00");

    private final TestDatabase database = TestDatabase.fresh();
    private final Worker worker = Worker.on(database);

    @BeforeAll
    void fill() {
        String hour = "timestamp '2026-11-22' - make_interval(hours => 100000 - n)";
        String status = "case when n % 50 = 0 then 'FAILED' when n % 7919 = 0 then 'STOPPED' else 'COMPLETED' end";
        Stream.of("""
                        insert into batch_job_instance
                        select n, 0, case when n % 10000 = 0 then 'rare' when n % 25 = 0 then 'train' else 'collect' end, 'key' || n
                        from generate_series(1, 100000) n""", """
                        insert into batch_job_execution select n, 0, n, %1$s, %1$s, %1$s + interval '1 minute', %2$s, %2$s, '', %1$s
                        from generate_series(1, 100000) n""".formatted(hour, status), """
                        insert into batch_job_execution_params
                        select n, 'run.id', 'java.lang.String', 'run-' || n, 'Y' from generate_series(1, 100000) n""", """
                        insert into batch_step_execution
                        select n, 0, 'collect', n, %1$s, %1$s, %1$s, %2$s, 1, 1, 0, 1, 0, 0, 0, 0, %2$s, '', %1$s
                        from generate_series(1, 100000) n""".formatted(hour, status), """
                        insert into run_progress select n, 'collect', '', 500, '{"collected.yahoo": 500}'
                        from generate_series(1, 100000) n""", "analyze")
                .forEach(sql -> worker.jdbc().sql(sql).update());
    }

    @AfterAll
    void close() {
        worker.close();
        database.close();
    }

    static Stream<RunQuery> pages() {
        return Stream.of(
                RunQuery.newest(50),
                new RunQuery(null, null, null, 50_000L, 50),
                new RunQuery("collect", null, null, null, 50),
                new RunQuery("rare", null, null, null, 50),
                new RunQuery(null, "FAILED", null, null, 50),
                new RunQuery(null, "STOPPED", null, null, 50),
                new RunQuery(null, null, END.minusDays(1).toInstant(ZoneOffset.UTC), null, 50),
                new RunQuery("train", "FAILED", END.minusDays(90).toInstant(ZoneOffset.UTC), 99_000L, 50));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void findsEveryPageByIndexes(RunQuery query) {
        String sql = RunHistory.statement(query)
                .replace(":job", "'" + query.job() + "'")
                .replace(":status", "'" + query.status() + "'")
                .replace(
                        ":since",
                        query.since() == null
                                ? ""
                                : "timestamp '" + LocalDateTime.ofInstant(query.since(), ZoneOffset.UTC) + "'")
                .replace(":before", String.valueOf(query.before()))
                .replace(":limit", String.valueOf(query.limit()));

        String plan = String.join(
                "\n",
                worker.jdbc()
                        .sql("explain (analyze) " + sql)
                        .query((row, number) -> row.getString(1))
                        .list());

        assertThat(plan).doesNotContain("Seq Scan on batch_", "Seq Scan on run_progress");
        assertThat(worker.bean(RunHistory.class).page(query)).isNotEmpty();
    }

    @Test
    void findsARunByItsId() {
        assertThat(worker.bean(RunHistory.class).executions(new RunId("run-777")))
                .extracting(ExecutionRecord::execution)
                .containsExactly(777L);
        assertThat(worker.bean(RunHistory.class).steps(new RunId("run-777"))).hasSize(1);
    }
}
