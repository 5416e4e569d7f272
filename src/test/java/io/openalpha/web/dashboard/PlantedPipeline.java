package io.openalpha.web.dashboard;

import io.openalpha.jobs.fetch.Failure;
import io.openalpha.jobs.fetch.FailureTable;
import io.openalpha.market.BarUpdate;
import io.openalpha.market.CorporateAction;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Defect;
import io.openalpha.market.GapStore;
import io.openalpha.market.Instrument;
import io.openalpha.market.QuarantinedBar;
import io.openalpha.market.Quote;
import io.openalpha.market.QuoteStore;
import io.openalpha.market.Symbol;
import io.openalpha.market.Universe;
import io.openalpha.market.WholeHistory;
import io.openalpha.ml.model.PlantedModels;
import io.openalpha.ml.model.VersionName;
import io.openalpha.ml.prediction.PlantedPredictions;
import io.openalpha.run.RunId;
import io.openalpha.run.StoredRuns;
import io.openalpha.source.PlantedSources;
import io.openalpha.web.AdminService;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.batch.core.ExitStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A pipeline that has worked for a while: symbols, quotes, bars, runs of all kinds, models. */
final class PlantedPipeline {

    static final String FAILED_RUN = "openalpha-collect-29400000";
    static final String DONE_RUN = "openalpha-train-29400001";

    static final Map<String, Long> FAILED_COUNTS = Map.of("asked", 10L, "collected.yahoo", 7L, "failed.not_found", 1L);
    private static final Map<String, Long> ALL_COUNTS = Map.of("asked", 10L, "collected.yahoo", 10L);

    private static final List<String> SYMBOLS =
            List.of("AAPL", "AMZN", "BRK.B", "GOOG", "JPM", "KO", "MSFT", "NVDA", "TSLA", "XOM");

    private final AdminService service;
    private final JdbcClient jdbc;
    private final StoredRuns runs;
    private final Random random = new Random(7);
    private long failedRun;

    private PlantedPipeline(AdminService service) {
        this.service = service;
        this.jdbc = JdbcClient.create(service.database().dataSource());
        this.runs = StoredRuns.in(service.database());
    }

    static PlantedPipeline in(AdminService service) {
        PlantedPipeline pipeline = new PlantedPipeline(service);
        pipeline.market();
        pipeline.runs();
        pipeline.models();
        PlantedSources.in(service.database(), 2);
        PlantedPredictions.in(pipeline.jdbc);
        return pipeline;
    }

    private void market() {
        service.bean(Universe.class)
                .save(SYMBOLS.stream()
                        .map(name -> Instrument.listed(new Symbol(name), name + " Inc.", "Information Technology"))
                        .toList());
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        service.bean(QuoteStore.class)
                .save(SYMBOLS.stream()
                        .skip(1)
                        .map(name -> new Quote(
                                new Symbol(name),
                                now.minusSeconds(900),
                                BigDecimal.valueOf(180.5),
                                1_234_567,
                                "USD",
                                "yahoo",
                                now.minusSeconds(600)))
                        .toList());
        WholeHistory.save(
                service.database().dataSource(),
                SYMBOLS.stream().map(this::history).toList());
        service.bean(GapStore.class).find();
    }

    private BarUpdate history(String name) {
        List<DailyBar> bars = new ArrayList<>();
        double close = 50 + random.nextInt(150);
        LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(500);
        for (LocalDate day = first; day.isBefore(LocalDate.now(ZoneOffset.UTC)); day = day.plusDays(1)) {
            boolean missing = name.equals("TSLA") && ChronoUnit.DAYS.between(first, day) / 5 == 92;
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !missing) {
                double open = close;
                close = Math.max(5, open * (1 + 0.02 * random.nextGaussian()));
                bars.add(new DailyBar(
                        day,
                        open,
                        Math.max(open, close) * 1.01,
                        Math.min(open, close) * 0.99,
                        close,
                        close,
                        1_000_000 + random.nextInt(9_000_000),
                        true));
            }
        }
        List<CorporateAction> actions = List.of(
                CorporateAction.dividend(bars.get(200).date(), 0.25),
                CorporateAction.split(bars.get(260).date(), 4, 1));
        DailyBar bad = new DailyBar(first.plusDays(459), 50, 49, 51, 50, 50, 7, true);
        return WholeHistory.of(
                new Symbol(name),
                bars,
                name.equals("KO") ? List.of(new QuarantinedBar(bad, Defect.HIGH_BELOW_LOW)) : List.of(),
                actions);
    }

    private void runs() {
        for (int hour = 30; hour > 1; hour--) {
            String id = "openalpha-collect-%s".formatted(29_300_000 + hour * 60);
            run("collect", id, "retry", ALL_COUNTS, Duration.ofHours(hour), 20 + hour % 9, ExitStatus.COMPLETED);
        }
        Map<String, Long> bars = Map.of("asked", 10L, "backfill.yahoo", 10L, "bars", 5_000L);
        run("backfill", "20261121T003000.000Z", "gaps", bars, Duration.ofMinutes(700), 240, ExitStatus.STOPPED);
        run("train", DONE_RUN, "prune", Map.of(), Duration.ofMinutes(400), 600, ExitStatus.COMPLETED);
        failedRun = run(
                "collect",
                FAILED_RUN,
                "retry",
                FAILED_COUNTS,
                Duration.ofMinutes(12),
                31,
                ExitStatus.FAILED.addExitDescription(
                        "3 of 10 symbols failed, more than 0.2 of them: not_found 1, unavailable 2"));
        new FailureTable(jdbc)
                .save(
                        runs.instance(failedRun),
                        List.of(
                                failure("AAPL", "not_found", "yahoo does not know AAPL", false),
                                failure("KO", "unavailable", "yahoo answered 503", true),
                                failure("TSLA", "unavailable", "yahoo answered 503", true)));
        jdbc.sql("""
                        insert into task (id, job, run_id, parameters, requested_by, requested_at,
                            after_execution, launcher, ended_at, outcome)
                        values ('train-aaaaaaaaaa', 'train', ?, '{}', 'operator', now() - interval '7 hours', 0,
                            'process', now(), 'completed')""").param(DONE_RUN).update();
    }

    private static Failure failure(String symbol, String reason, String detail, boolean retryable) {
        return new Failure(new Symbol(symbol), reason, detail, retryable, !retryable, Instant.now());
    }

    /** A run of two steps, the first of which takes 70 % of its time and does all items. */
    private long run(
            String job,
            String id,
            String lastStep,
            Map<String, Long> counts,
            Duration ago,
            int seconds,
            ExitStatus exit) {
        Instant begun = Instant.now().minus(ago);
        Instant last = begun.plusMillis(seconds * 700L);
        long execution = runs.begin(job, new RunId(id), job, Map.of(), begun);
        runs.commit(execution, job, 10, counts);
        runs.endSteps(execution, exit.getExitCode(), 10, last);
        runs.beginStep(execution, lastStep, last);
        runs.end(execution, exit.getExitCode(), exit, begun.plusSeconds(seconds));
        return execution;
    }

    /** Changes what the failed run has counted. */
    void failedRunHas(Map<String, Long> counts) {
        runs.commit(failedRun, "collect", 10, counts);
    }

    private void models() {
        List<VersionName> forests = new ArrayList<>();
        for (double ic : new double[] {0.011, 0.014, 0.017}) {
            forests.add(PlantedModels.publish(service.context(), "random_forest", ic));
        }
        VersionName network = PlantedModels.publish(service.context(), "neural_network", 0.008);
        PlantedModels.promote(service.context(), forests.get(0));
        PlantedModels.promote(service.context(), forests.get(1));
        PlantedModels.promote(service.context(), network);
    }
}
