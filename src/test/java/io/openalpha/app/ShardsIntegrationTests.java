package io.openalpha.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openalpha.database.TestDatabase;
import io.openalpha.market.Instrument;
import io.openalpha.market.Symbol;
import io.openalpha.market.Universe;
import io.openalpha.simulator.Simulator;
import io.openalpha.simulator.SimulatorOptions;
import io.openalpha.simulator.SimulatorOrders;
import io.openalpha.simulator.SourceOrders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A cycle of several processes. */
class ShardsIntegrationTests {

    private static final int SYMBOLS = 400;
    private static final int RATE = 40;
    private static final int SLOW = 4;

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final Simulator market = Simulator.start(SimulatorOptions.defaults()
            .withOrders(SimulatorOrders.none()
                    .withYahoo(SourceOrders.none().withLatency(Duration.ofMillis(20), Duration.ZERO))));

    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    @TempDir
    private Path folder;

    ShardsIntegrationTests() throws IOException {}

    @BeforeEach
    void makeTheUniverse() {
        new Universe(jdbc)
                .save(IntStream.range(0, SYMBOLS)
                        .mapToObj(number -> Instrument.listed(new Symbol("S" + number), null, null))
                        .toList());
    }

    @Test
    void twoShardsCollectEverySymbolOnceWithinOneRate() throws Exception {
        try (CommandProcess first = collect(RATE, "--shard", "0/2");
                CommandProcess second = collect(RATE, "--shard", "1/2")) {
            assertThat(first.exitCode()).as(first.err()).isZero();
            assertThat(second.exitCode()).as(second.err()).isZero();
        }

        assertThat(market.stats().yahoo().symbols())
                .hasSize(SYMBOLS)
                .allSatisfy((symbol, requests) -> assertThat(requests).isOne());
        assertThat(market.stats().yahoo().maxPerSecond()).isLessThanOrEqualTo(RATE);
        assertThat(quotes()).isEqualTo(SYMBOLS);
    }

    @Test
    void aKilledShardIsRetriedAloneAndNothingElseRunsBesideTheOthers() throws Exception {
        try (CommandProcess killed = collect(SLOW, "--shard", "0/2")) {
            await().atMost(Duration.ofMinutes(2)).until(() -> quotes() > 0);
            try (CommandProcess undivided = collect(SLOW)) {
                assertThat(undivided.exitCode()).as(undivided.err()).isEqualTo(5);
            }
            assertThat(killed.err()).as("what is still at work").doesNotContain("collect completed");
        }
        long before = quotes();
        assertThat(before).isLessThan(SYMBOLS / 2);

        try (CommandProcess second = collect(RATE, "--shard", "1/2");
                CommandProcess retried = collect(RATE, "--shard", "0/2")) {
            assertThat(second.exitCode()).as(second.err()).isZero();
            assertThat(retried.exitCode()).as(retried.err()).isZero();
        }

        assertThat(quotes()).isEqualTo(SYMBOLS);
        assertThat(jdbc.sql("select sum(items) from run_progress where step = 'collect'")
                        .query(Long.class)
                        .single())
                .isEqualTo(SYMBOLS);
        assertThat(jdbc.sql("select status from batch_job_execution order by job_execution_id")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("FAILED", "COMPLETED", "COMPLETED");
    }

    private long quotes() {
        return jdbc.sql("select count(*) from quote").query(Long.class).single();
    }

    private CommandProcess collect(int rate, String... shard) throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put("SPRING_DATASOURCE_URL", database.url());
        environment.put("SPRING_DATASOURCE_USERNAME", database.username());
        environment.put("SPRING_DATASOURCE_PASSWORD", database.password());
        environment.put("OPENALPHA_SOURCE_YAHOO_BASE_URL", market.yahooUrl().toString());
        environment.put("OPENALPHA_SOURCE_YAHOO_RATE", String.valueOf(rate));
        environment.put("OPENALPHA_COLLECTION_CHUNK_SIZE", "20");
        environment.put("OPENALPHA_COLLECTION_POLITENESS_DELAY", "0s");
        environment.put("OPENALPHA_RUN_ID", "cycle");
        String[] line = new String[shard.length + 1];
        line[0] = "collect";
        System.arraycopy(shard, 0, line, 1, shard.length);
        return CommandProcess.start(folder, environment, line);
    }
}
