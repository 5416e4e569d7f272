package io.openalpha.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;
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
        LongHistory.in(worker.jdbc(), 0, END);
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
                new RunQuery(null, RunState.FAILED, null, null, 50),
                new RunQuery(null, RunState.STOPPED, null, null, 50),
                new RunQuery(null, null, END.minusDays(1).toInstant(ZoneOffset.UTC), null, 50),
                new RunQuery(
                        null, Set.of(), null, null, Duration.ofSeconds(59), null, RunQuery.Order.LONGEST, 99_999L, 50),
                new RunQuery(null, Set.of(), null, null, null, null, RunQuery.Order.OLDEST, 50_000L, 50),
                new RunQuery("train", RunState.FAILED, END.minusDays(90).toInstant(ZoneOffset.UTC), 99_000L, 50));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void findsEveryPageByIndexes(RunQuery query) {
        String sql = RunSql.page(query)
                .replace(":job", "'" + query.job() + "'")
                .replace(
                        ":since",
                        query.since() == null
                                ? ""
                                : "timestamp '" + LocalDateTime.ofInstant(query.since(), ZoneOffset.UTC) + "'")
                .replace(":longer", "59")
                .replace(":after", String.valueOf(query.after()))
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
