package io.openalpha.web.dashboard;

import io.openalpha.market.BarSeries;
import io.openalpha.market.BarStore;
import io.openalpha.market.BarUpdate;
import io.openalpha.market.CorporateAction;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Instrument;
import io.openalpha.market.Quote;
import io.openalpha.market.QuoteStore;
import io.openalpha.market.Symbol;
import io.openalpha.market.Universe;
import io.openalpha.ml.model.PlantedModels;
import io.openalpha.ml.model.VersionName;
import io.openalpha.source.PlantedSources;
import io.openalpha.web.AdminService;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A pipeline that has worked for a while: symbols, quotes, bars, runs of all kinds, models. */
final class PlantedPipeline {

    static final String FAILED_RUN = "openalpha-collect-29400000";
    static final String DONE_RUN = "openalpha-train-29400001";

    private static final List<String> SYMBOLS =
            List.of("AAPL", "AMZN", "BRK.B", "GOOG", "JPM", "KO", "MSFT", "NVDA", "TSLA", "XOM");

    private final AdminService service;
    private final JdbcClient jdbc;
    private final Random random = new Random(7);

    private PlantedPipeline(AdminService service) {
        this.service = service;
        this.jdbc = JdbcClient.create(service.database().dataSource());
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
        new TransactionTemplate(service.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> service.bean(BarStore.class)
                        .save(SYMBOLS.stream().map(this::history).toList()));
        jdbc.sql("insert into bar_gap select 'TSLA', current_date - 30 - n, 1, now() from generate_series(0, 3) n")
                .update();
        jdbc.sql("""
                        insert into bar_quarantine (symbol, date, reason, open, high, low, close, volume, source, seen_at)
                        values ('KO', current_date - 40, 'low_above_high', 50, 49, 51, 50, 7, 'yahoo', now())""").update();
    }

    private BarUpdate history(String name) {
        List<DailyBar> bars = new ArrayList<>();
        double close = 50 + random.nextInt(150);
        LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(500);
        for (LocalDate day = first; day.isBefore(LocalDate.now(ZoneOffset.UTC)); day = day.plusDays(1)) {
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
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
        BarSeries series = new BarSeries(
                new Symbol(name),
                "NMS",
                "USD",
                ZoneOffset.UTC,
                true,
                bars.get(0).date(),
                bars.get(bars.size() - 1).date());
        List<CorporateAction> actions = List.of(
                CorporateAction.dividend(bars.get(200).date(), 0.25),
                CorporateAction.split(bars.get(260).date(), 4, 1));
        return new BarUpdate(
                series, series.since(), series.until(), true, bars, List.of(), actions, "yahoo", Instant.now(), null);
    }

    private void runs() {
        for (int hour = 30; hour > 1; hour--) {
            run(
                    "collect",
                    "openalpha-collect-%s".formatted(29_300_000 + hour * 60),
                    hour * 60,
                    20 + hour % 9,
                    "COMPLETED",
                    "");
        }
        run("backfill", "20261121T003000.000Z", 700, 240, "STOPPED", "");
        run("train", DONE_RUN, 400, 600, "COMPLETED", "");
        long failed = run(
                "collect",
                FAILED_RUN,
                12,
                31,
                "FAILED",
                "3 of 10 symbols failed, more than 0.2 of them: not_found 1, unavailable 2");
        jdbc.sql("""
                        insert into collection_failure select e.job_instance_id, f.symbol, f.reason, f.detail, f.retryable, now()
                        from batch_job_execution e, (values
                            ('AAPL', 'not_found', 'yahoo does not know AAPL', false),
                            ('KO', 'unavailable', 'yahoo answered 503', true),
                            ('TSLA', 'unavailable', 'yahoo answered 503', true)) f(symbol, reason, detail, retryable)
                        where e.job_execution_id = ?""").param(failed).update();
        jdbc.sql("""
                        insert into task (id, job, run_id, parameters, requested_by, requested_at,
                            after_execution, launcher, ended_at, outcome)
                        values ('train-aaaaaaaaaa', 'train', ?, '{}', 'operator', now() - interval '7 hours', 0,
                            'process', now(), 'completed')""").param(DONE_RUN).update();
    }

    private long run(String job, String id, int minutesAgo, int seconds, String status, String message) {
        long execution = jdbc.sql("""
                        with instance as (
                            insert into batch_job_instance (job_instance_id, version, job_name, job_key)
                            values (nextval('batch_job_instance_seq'), 0, :job, md5(:id)) returning job_instance_id)
                        insert into batch_job_execution (job_execution_id, version, job_instance_id, create_time, start_time,
                            end_time, status, exit_code, exit_message, last_updated)
                        select nextval('batch_job_execution_seq'), 0, job_instance_id,
                            (now() at time zone 'UTC') - make_interval(mins => :ago),
                            (now() at time zone 'UTC') - make_interval(mins => :ago),
                            (now() at time zone 'UTC') - make_interval(mins => :ago, secs => - :seconds), :status, :status, :message,
                            (now() at time zone 'UTC') - make_interval(mins => :ago)
                        from instance returning job_execution_id""")
                .param("job", job)
                .param("id", id)
                .param("ago", minutesAgo)
                .param("seconds", seconds)
                .param("status", status)
                .param("message", message)
                .query(Long.class)
                .single();
        jdbc.sql("insert into batch_job_execution_params values (?, 'run.id', 'java.lang.String', ?, 'Y')")
                .params(execution, id)
                .update();
        jdbc.sql("""
                        insert into batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time,
                            start_time, end_time, status, commit_count, read_count, write_count, exit_message)
                        select nextval('batch_step_execution_seq'), 0, s.name, e.job_execution_id, e.create_time,
                            e.create_time + (e.end_time - e.create_time) * s.since,
                            e.create_time + (e.end_time - e.create_time) * s.until, :status, 3, 10, 10, ''
                        from batch_job_execution e, (values ('fetch', 0, 0.7), ('retry', 0.7, 1)) s(name, since, until)
                        where e.job_execution_id = :execution""").param("status", status).param("execution", execution).update();
        jdbc.sql("""
                        insert into run_progress select job_instance_id, 'fetch', '', 10,
                            '{"collected.yahoo": 9, "failed.not_found": 1}' from batch_job_execution where job_execution_id = ?""").param(execution).update();
        return execution;
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
