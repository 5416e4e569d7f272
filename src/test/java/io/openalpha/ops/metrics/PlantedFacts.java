package io.openalpha.ops.metrics;

import io.openalpha.database.TestDatabase;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Instrument;
import io.openalpha.market.Quote;
import io.openalpha.market.QuoteStore;
import io.openalpha.market.Symbol;
import io.openalpha.market.Universe;
import io.openalpha.market.WholeHistory;
import io.openalpha.ml.model.PlantedModels;
import io.openalpha.run.RunId;
import io.openalpha.run.StoredRuns;
import io.openalpha.source.PlantedSources;
import io.openalpha.web.AdminService;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.ExitStatus;

/** Something of everything that metrics tell of: runs of all kinds, one of them at work, sources, data and a model. */
final class PlantedFacts implements AutoCloseable {

    private final StoredRuns runs;
    private final StoredRuns.HeldLock lock;

    private PlantedFacts(TestDatabase database) {
        runs = StoredRuns.in(database);
        lock = runs.lock("collect", new RunId("a"));
    }

    static PlantedFacts in(AdminService service) {
        PlantedFacts planted = new PlantedFacts(service.database());
        planted.runs();
        data(service);
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

    private static void data(AdminService service) {
        Symbol symbol = new Symbol("KO");
        service.bean(Universe.class)
                .save(List.of(
                        Instrument.listed(symbol, null, null), Instrument.listed(new Symbol("AAPL"), null, null)));
        Instant now = Instant.now();
        service.bean(QuoteStore.class).save(List.of(new Quote(symbol, now, BigDecimal.TEN, 1, "USD", "yahoo", now)));
        DailyBar bar = new DailyBar(LocalDate.of(2026, 1, 2), 60, 61, 59, 60, 60, 1, true);
        WholeHistory.save(
                service.database().dataSource(), List.of(WholeHistory.of(symbol, List.of(bar), List.of(), List.of())));
    }

    @Override
    public void close() {
        lock.close();
    }
}
