package io.openalpha.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.openalpha.ml.model.ModelRegistry;
import io.openalpha.run.RunId;
import io.openalpha.run.StoredRuns;
import io.openalpha.web.AdminService;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class PagesTests {

    private static AdminService service;
    private static PlantedPipeline pipeline;

    @BeforeAll
    static void start() {
        service = AdminService.start();
        pipeline = PlantedPipeline.in(service);
        page("viewer", "/data");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, 6",
        "/runs, 1",
        "/runs?job=collect&state=failed&period=30&longer=1&text=AAPL&order=longest, 1",
        "/runs?state=running&since=2026-01-01&until=2026-12-31, 1",
        "/runs/" + PlantedPipeline.FAILED_RUN + ", 7",
        "/data, 2",
        "/data/symbols/TSLA, 10",
        "/data/symbols/TSLA/predictions, 1",
        "/models, 1",
        "/schedule, 0",
        "/audit, 1"
    })
    void takesNoMoreStatementsThan(String path, int most) {
        Logger jdbc = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Ear ear = new Ear();
        ear.start();
        jdbc.setLevel(Level.DEBUG);
        jdbc.setAdditive(false);
        jdbc.addAppender(ear);
        try {
            assertThat(page("admin", path).statusCode()).isEqualTo(200);
        } finally {
            jdbc.detachAppender(ear);
            jdbc.setAdditive(true);
            jdbc.setLevel(null);
        }

        List<String> statements = ear.statements;
        assertThat(statements).hasSizeLessThanOrEqualTo(most);
        assertThat(most == 0 || !statements.isEmpty()).isTrue();
    }

    @Test
    void overviewSaysInOneSentenceHowThePipelineFares() {
        assertThat(page("viewer", "/").body())
                .contains("9 of 10 symbols fresh; trained 7 h ago; 2 models in service.")
                .contains("The last collect run failed", "3 of 10 symbols failed")
                .contains("better than every baseline", "not better than 5-day reversal");
    }

    @Test
    void overviewSaysHowEachSourceFaresAndWhatToDoAboutIt() {
        assertThat(page("viewer", "/").body())
                .contains("Yahoo", "circuit open", "90 %", "100 requests", "Unavailable", "125 ms")
                .contains("Yahoo is left alone for another", "Its circuit opened after: 5 failures in a row.")
                .contains("Alpha Vantage", "circuit closed", "0 of 2", "Alpha Vantage has answered all it may today");
    }

    @Test
    void runSaysWhyASymbolFailed() {
        assertThat(page("viewer", "/runs/" + PlantedPipeline.FAILED_RUN).body())
                .contains(
                        "Failures",
                        "Not found",
                        "yahoo does not know AAPL",
                        "Unavailable",
                        "2 symbols; another attempt may help")
                .contains("started by <strong>schedule</strong>");
        assertThat(page("viewer", "/data/symbols/AAPL").body()).contains("Not found", "No quote yet.");
    }

    @Test
    void runSaysWhatBecameOfItsSymbols() {
        pipeline.failedRunHas(Map.of("asked", 1017L, "collected.yahoo", 1009L));

        assertThat(page("viewer", "/runs/" + PlantedPipeline.FAILED_RUN).body())
                .contains("Asked</dt><dd>1,017", "Had</dt><dd>1,009", "Failed</dt><dd>3", "Missing</dt><dd>5");
        assertThat(page("viewer", "/runs?state=failed").body()).contains("1,017", "1,009");
        pipeline.failedRunHas(PlantedPipeline.FAILED_COUNTS);
    }

    @Test
    void runsAreFilteredByTheDayOnWhichTheyBegan() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);

        assertThat(page("viewer", "/runs?until=" + today.minusDays(30)).body()).contains("No run matches the filter.");
        assertThat(page("viewer", "/runs?job=train&since=%s&until=%s".formatted(today.minusDays(1), today))
                        .body())
                .contains(PlantedPipeline.DONE_RUN);
        assertThat(page("viewer", "/runs?job=&state=failed&period=&since=&until=&longer=&text=&order=newest")
                        .body())
                .contains(PlantedPipeline.FAILED_RUN);
        assertThat(page("viewer", "/runs?since=then").statusCode()).isEqualTo(400);
    }

    @Test
    void runIsAtWorkOnlyWhileItHoldsTheLockOfItsJobItself() {
        StoredRuns runs = StoredRuns.in(service.database());
        RunId atWork = new RunId("openalpha-collect-29500000");
        RunId dead = new RunId("openalpha-collect-29499940");
        StoredRuns.HeldLock lock = runs.lock("collect", atWork);
        long execution = runs.begin("collect", atWork, "collect");
        runs.share(execution, "collect", 4, 10);
        long lost = runs.begin("collect", dead, "collect");

        assertThat(page("viewer", "/runs?state=running").body())
                .contains(atWork.value(), "40 %", "4 of 10")
                .doesNotContain(dead.value());
        assertThat(page("operator", "/runs/" + atWork).body()).contains("4 of 10", "/stop");
        assertThat(page("viewer", "/runs?state=lost").body())
                .contains(dead.value())
                .doesNotContain(atWork.value());
        lock.close();
        runs.remove(execution);
        runs.remove(lost);
    }

    @Test
    void runSaysWhoAskedForIt() {
        assertThat(page("viewer", "/runs/" + PlantedPipeline.DONE_RUN).body())
                .contains("started by <strong>operator</strong>");
    }

    @Test
    void runNamesTheTraceThatItWasSentAs() {
        String path = "/runs/" + PlantedPipeline.DONE_RUN;
        JdbcClient.create(service.database().dataSource())
                .sql("""
                        insert into run_trace select job_execution_id, 'd41d8cd98f00b204e9800998ecf8427e'
                        from batch_job_execution_params where parameter_name = 'run.id' and parameter_value = ?""")
                .param(PlantedPipeline.DONE_RUN)
                .update();

        assertThat(page("viewer", path).body()).contains("d41d8cd98f00b204e9800998ecf8427e");
        assertThat(service.get("viewer", "/api/v1/admin/jobs" + path).body())
                .contains("\"trace_id\":\"d41d8cd98f00b204e9800998ecf8427e\"");
    }

    @Test
    void runWhoseRestartIsAwaitedRenewsItself() {
        JdbcClient jdbc = JdbcClient.create(service.database().dataSource());
        String path = "/runs/" + PlantedPipeline.FAILED_RUN;
        assertThat(page("viewer", path).body()).doesNotContain("hx-get");
        jdbc.sql("""
                        insert into task (id, job, run_id, parameters, requested_by, after_execution, launcher)
                        values ('collect-bbbbbbbbbb', 'collect', ?, '{}', 'admin', 0, 'elsewhere')""").param(PlantedPipeline.FAILED_RUN).update();

        assertThat(page("viewer", path).body()).contains("hx-get", "its process is starting");

        jdbc.sql("delete from task where id = 'collect-bbbbbbbbbb'").update();
    }

    @Test
    void runsAreFilteredByStateAndText() {
        String failed = page("viewer", "/runs?state=failed").body();
        String named = page("viewer", "/runs?text=29400001").body();

        assertThat(failed).contains(PlantedPipeline.FAILED_RUN).doesNotContain(PlantedPipeline.DONE_RUN);
        assertThat(named).contains(PlantedPipeline.DONE_RUN).doesNotContain(PlantedPipeline.FAILED_RUN);
        assertThat(page("viewer", "/runs?text=nothing-like-that").body()).contains("No run matches the filter.");
    }

    @Test
    void buttonsAreOnlyForThoseWhoMay() {
        String path = "/runs/" + PlantedPipeline.FAILED_RUN;

        assertThat(page("viewer", path).body()).doesNotContain("/restart", "/abandon", "/start");
        assertThat(page("operator", path).body()).contains("/restart", "/abandon", "/jobs/collect/start");
        assertThat(page("operator", "/runs").body()).doesNotContain("/runs/purge");
        assertThat(page("admin", "/runs").body()).contains("/runs/purge");
        assertThat(page("viewer", "/schedule").body()).doesNotContain("/start\"");
        assertThat(page("operator", "/schedule").body()).contains("/jobs/train/start");
        assertThat(page("operator", "/models").body()).doesNotContain("/promote", "/rollback");
        assertThat(page("admin", "/models").body()).contains("/promote", "/rollback");
    }

    @Test
    void actsAreRefusedToThoseWhoMayNot() {
        String run = "/runs/" + PlantedPipeline.FAILED_RUN;

        assertThat(service.post("viewer", run + "/abandon?job=collect").statusCode())
                .isEqualTo(403);
        assertThat(service.post("operator", "/runs/purge?days=1").statusCode()).isEqualTo(403);
        assertThat(service.post("viewer", "/jobs/train/start").statusCode()).isEqualTo(403);
        assertThat(service.post("operator", "/models/random_forest/rollback").statusCode())
                .isEqualTo(403);
        assertThat(page("viewer", "/audit").statusCode()).isEqualTo(403);
        assertThat(page("viewer", "/audit").body()).contains("your role does not allow it");
    }

    @Test
    void startingAJobIsNotedAndLeadsToItsRun() {
        HttpResponse<String> response = service.post("operator", "/jobs/backfill/start?symbols=KO&full=true");

        assertThat(response.statusCode()).isEqualTo(302);
        String run = response.headers().firstValue("Location").orElseThrow();
        assertThat(run).contains("/runs/backfill-");
        assertThat(page("viewer", run.substring(run.indexOf("/runs/"))).body()).contains("It was asked for");
        assertThat(noted("operator", "start-job", "backfill", "done")).isPositive();
    }

    @Test
    void senselessOrderIsRefusedWithAReason() {
        HttpResponse<String> response = service.post("operator", "/jobs/train/start?symbols=KO");

        assertThat(response.headers().firstValue("Location").orElseThrow()).endsWith("/schedule");
        assertThat(noted("operator", "start-job", "train", "refused")).isPositive();
    }

    @Test
    void rollbackLetsTheVersionBeforeServe() {
        ModelRegistry registry = service.bean(ModelRegistry.class);
        String before = registry.promoted("random_forest").orElseThrow().name().toString();

        service.post("admin", "/models/random_forest/rollback");

        assertThat(registry.promoted("random_forest").orElseThrow().name().toString())
                .isNotEqualTo(before);
        service.post("admin", "/models/%s/promote".formatted(before));
        assertThat(registry.promoted("random_forest").orElseThrow().name()).hasToString(before);
    }

    @Test
    void anUnknownAddressIsAnsweredWithAPage() {
        HttpResponse<String> unknown = page("viewer", "/runs/never-was");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("There is no run never-was");
        assertThat(page("viewer", "/data/symbols/NOPE").statusCode()).isEqualTo(404);
        for (String path : List.of("/data/KO", "/runs/never-was/steps", "/models/a/b")) {
            HttpResponse<String> nowhere = page("viewer", path);
            assertThat(nowhere.statusCode()).isEqualTo(404);
            assertThat(nowhere.body()).contains("<html", "There is no such page.");
        }
        assertThat(page("viewer", "/data/symbols/a%20b!").statusCode()).isEqualTo(400);
        assertThat(page("viewer", "/runs?after=x").statusCode()).isEqualTo(400);
    }

    @Test
    void predictionsAreComparedWithWhatHappened() {
        assertThat(page("viewer", "/data/symbols/KO").body())
                .contains("Random forest", "24 of 40", "60 %", "Not distinguishable from chance.")
                .contains("the next return is above the median of all symbols");
        assertThat(page("viewer", "/data/symbols/AMZN").body()).contains("2 of 3", "Too few to tell skill from luck.");
        assertThat(page("viewer", "/data/symbols/XOM").body()).contains("No predictions are recorded yet.");
        JsonNode chart = AdminService.json(service.get("viewer", "/data/symbols/KO/predictions"));
        assertThat(chart.path("days").size()).isEqualTo(41);
        assertThat(chart.path("returns").path(40).isNull()).isTrue();
        assertThat(chart.path("lines").path(0).path("hits").path(0).isBoolean()).isTrue();
    }

    @Test
    void chartsAreFedByTheStoredBars() {
        HttpResponse<String> bars = service.get("viewer", "/data/symbols/KO/bars");

        assertThat(AdminService.json(bars).path("bars").size()).isGreaterThan(300);
        assertThat(AdminService.json(bars).path("actions").path(1).path("text").asString())
                .startsWith("split 4:1");
        assertThat(AdminService.json(service.get("viewer", "/data/coverage?symbols=KO,MSFT"))
                        .path("rows")
                        .size())
                .isEqualTo(2);
    }

    private static HttpResponse<String> page(String user, String path) {
        return service.get(user, path, "Accept", "text/html, application/json;q=0.5");
    }

    private static long noted(String who, String what, String target, String result) {
        return JdbcClient.create(service.database().dataSource())
                .sql("select count(*) from audit_event where who = ? and what = ? and target = ? and result = ?")
                .params(who, what, target, result)
                .query(Long.class)
                .single();
    }

    /** Hears the statements of requests, and none of those that the service makes by itself. */
    private static final class Ear extends AppenderBase<ILoggingEvent> {

        private final List<String> statements = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            String thread = Thread.currentThread().getName();
            String message = event.getFormattedMessage();
            if ((thread.contains("http") || thread.contains("tomcat"))
                    && message.startsWith("Executing prepared SQL statement [")) {
                statements.add(message);
            }
        }
    }
}
