package io.openalpha.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openalpha.database.TestDatabase;
import io.openalpha.simulator.ClockOrder;
import io.openalpha.simulator.MarketOrders;
import io.openalpha.simulator.Simulator;
import io.openalpha.simulator.SimulatorOptions;
import io.openalpha.simulator.SimulatorOrders;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class KilledMergeIntegrationTests {

    private static final String[] SECOND = {"backfill", "AAPL", "CSCO", "INTC", "TSLA", "--run-id", "second"};
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String MERGING = "select 1 from pg_stat_activity where datname = current_database()"
            + " and query like 'insert into daily_bar%' and wait_event_type = 'Lock'";
    private static final List<String> TABLES = List.of(
            "select symbol, date, open, high, low, close, adjusted_close, volume, final, source from daily_bar"
                    + " order by 1, 2, 3",
            "select symbol, since, until, gaps_from from bar_series order by 1, 2, 3",
            "select symbol, date, kind, value, per from corporate_action order by 1, 2, 3",
            "select symbol, date, old_factor, new_factor, reason from bar_restatement order by 1, 2, 3",
            "select symbol, date, tries from bar_gap order by 1, 2, 3",
            "select step, position, items, counts::text from run_progress order by 1, 2, 3");

    @TempDir
    private Path folder;

    @AutoClose
    private final Simulator market = Simulator.start(SimulatorOptions.defaults());

    @AutoClose
    private final TestDatabase killed = TestDatabase.fresh();

    @AutoClose
    private final TestDatabase undisturbed = TestDatabase.fresh();

    KilledMergeIntegrationTests() throws IOException {}

    @Test
    void leavesNothingHalfMergedAndEndsAsIfNothingHadHappened() throws Exception {
        firstWeek(killed);
        firstWeek(undisturbed);
        orderAt("2026-11-17T23:30:00Z", "INTC split 4:1 on 2026-11-12");
        complete(undisturbed, SECOND);
        List<Map<String, @Nullable Object>> before = bars("INTC", "TSLA");

        killWhileItMerges("TSLA");

        await().untilAsserted(() -> assertThat(rows(
                        killed,
                        "select 1 from pg_stat_activity where "
                                + "datname = current_database() and query like 'insert into daily_bar%'"
                                + " and state = 'active'"))
                .isEmpty());
        assertThat(bars("INTC", "TSLA")).isEqualTo(before);
        assertThat(rows(killed, "select position from run_progress where position = 'CSCO'"))
                .hasSize(1);

        try (CommandProcess resumed = CommandProcess.start(folder, environment(), SECOND)) {
            assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        }
        assertThat(TABLES).allSatisfy(table -> assertThat(rows(killed, table)).isEqualTo(rows(undisturbed, table)));
    }

    private void firstWeek(TestDatabase database) {
        orderAt("2026-11-10T23:30:00Z");
        complete(database, "backfill", "AAPL", "CSCO", "INTC", "TSLA", "--run-id", "first");
    }

    /**
     * The last symbol's row is locked by another session: the others of its chunk are merged, and nothing is committed.
     */
    private void killWhileItMerges(String lastSymbol) throws IOException, SQLException {
        try (Connection other = killed.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select from daily_bar where symbol = '%s' order by date desc limit 1 for update"
                    .formatted(lastSymbol));
            try (CommandProcess run = CommandProcess.start(folder, environment(), SECOND)) {
                await().atMost(PATIENCE)
                        .untilAsserted(() ->
                                assertThat(rows(killed, MERGING)).as(run.err()).isNotEmpty());
            }
            other.rollback();
        }
    }

    private void orderAt(String instant, String... events) {
        market.order(SimulatorOrders.none()
                .withClock(ClockOrder.fixed(Instant.parse(instant)))
                .withMarket(MarketOrders.plain().withShares(0, 0).withEvents(events)));
    }

    private void complete(TestDatabase database, String... arguments) {
        try (Surroundings surroundings = new Surroundings()) {
            surroundings.with(database);
            settings().forEach(surroundings::with);
            assertThat(CommandRun.of(arguments).exitCode()).isZero();
        }
    }

    private Map<String, String> settings() {
        return Map.of(
                "openalpha.source.yahoo.base-url", market.yahooUrl().toString(),
                "openalpha.source.yahoo.rate", "0",
                "openalpha.backfill.history", "1y",
                "openalpha.backfill.chunk-size", "2");
    }

    private Map<String, String> environment() {
        return Map.of(
                "SPRING_DATASOURCE_URL",
                killed.url(),
                "SPRING_DATASOURCE_USERNAME",
                killed.username(),
                "SPRING_DATASOURCE_PASSWORD",
                killed.password(),
                "OPENALPHA_SOURCE_YAHOO_BASE_URL",
                market.yahooUrl().toString(),
                "OPENALPHA_SOURCE_YAHOO_RATE",
                "0",
                "OPENALPHA_BACKFILL_HISTORY",
                "1y",
                "OPENALPHA_BACKFILL_IN_FLIGHT",
                "1",
                "OPENALPHA_BACKFILL_CHUNK_SIZE",
                "2");
    }

    private List<Map<String, @Nullable Object>> bars(String... symbols) {
        return rows(
                killed,
                "select * from daily_bar where symbol in ('%s') order by symbol, date"
                        .formatted(String.join("', '", symbols)));
    }

    private static List<Map<String, @Nullable Object>> rows(TestDatabase database, String sql) {
        return JdbcClient.create(database.dataSource()).sql(sql).query().listOfRows();
    }
}
