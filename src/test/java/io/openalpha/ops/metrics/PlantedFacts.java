package io.openalpha.ops.metrics;

import io.openalpha.database.TestDatabase;
import io.openalpha.ml.model.PlantedModels;
import io.openalpha.run.RunId;
import io.openalpha.run.StoredRuns;
import io.openalpha.source.PlantedSources;
import io.openalpha.web.AdminService;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.batch.core.ExitStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Something of everything that metrics tell of: runs of all kinds, one of them at work, sources, data and a model. */
final class PlantedFacts implements AutoCloseable {

    private final JdbcClient jdbc;
    private final StoredRuns runs;
    private final StoredRuns.HeldLock lock;

    private PlantedFacts(TestDatabase database) {
        jdbc = JdbcClient.create(database.dataSource());
        runs = StoredRuns.in(database);
        lock = runs.lock("collect", new RunId("a"));
    }

    static PlantedFacts in(AdminService service) {
        PlantedFacts planted = new PlantedFacts(service.database());
        planted.runs();
        planted.data();
        PlantedSources.in(service.database(), 1);
        PlantedModels.promote(service.context(), PlantedModels.publish(service.context(), "random_forest", 0.017));
        return planted;
    }

    private void runs() {
        Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
        for (String run : new String[] {"x", "y", "z"}) {
            long collect = begin("collect", run, "collect", hourAgo.minusSeconds(31));
            runs.commit(collect, "collect", 500, Map.of("asked", 500L, "collected.yahoo", 490L));
            runs.endSteps(collect, "COMPLETED", 500, hourAgo);
            runs.end(collect, "COMPLETED", ExitStatus.COMPLETED, hourAgo);
        }
        long skipped = begin("train", "s", "dataset", hourAgo);
        runs.end(skipped, "COMPLETED", new ExitStatus("SKIPPED"), hourAgo.plusSeconds(2));
        Instant minuteAgo = Instant.now().minusSeconds(60);
        long trained = begin("train", "t", "train random_forest", minuteAgo);
        runs.end(trained, "COMPLETED", ExitStatus.COMPLETED, minuteAgo.plusSeconds(20));
        long collecting = begin("collect", "a", "collect", minuteAgo);
        runs.commit(collecting, "collect", 8, Map.of("asked", 10L, "collected.yahoo", 8L));
        begin("backfill", "b", "backfill", minuteAgo);
        long newest = begin("collect", "c", "collect", Instant.now());
        runs.end(newest, "COMPLETED", new ExitStatus("SKIPPED"), Instant.now());
    }

    private long begin(String job, String run, String step, Instant at) {
        return runs.begin(job, new RunId(run), step, Map.of(), at);
    }

    private void data() {
        jdbc.sql("insert into symbol (name) values ('AAPL'), ('KO')").update();
        jdbc.sql("""
                        create table quote_all partition of quote default;
                        insert into quote values ('KO', now(), 60, 1, 'USD', 'yahoo', now());
                        insert into bar_series (symbol, exchange, currency, zone, adjusted, since, until, asked_at)
                            values ('KO', 'NYQ', 'USD', 'UTC', true, '2026-01-02', '2026-01-02', now());
                        insert into daily_bar (symbol, date, open, high, low, close, adjusted_close, volume, final, adjusted,
                                source, fetched_at)
                            values ('KO', '2026-01-02', 60, 61, 59, 60, 60, 1, true, true, 'yahoo', now())""").update();
    }

    @Override
    public void close() {
        lock.close();
    }
}
