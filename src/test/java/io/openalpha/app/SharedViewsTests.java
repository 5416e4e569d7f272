package io.openalpha.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openalpha.format.Json;
import io.openalpha.market.Quote;
import io.openalpha.market.QuoteStore;
import io.openalpha.market.Symbol;
import io.openalpha.ml.prediction.StoredMarket;
import io.openalpha.web.AdminService;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What a command prints for programs is what the API answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedViewsTests {

    private final AdminService service =
            AdminService.start("openalpha.prediction.bar-poll=100ms", "openalpha.prediction.model-poll=100ms");
    private final Surroundings surroundings = new Surroundings().with(service.database());

    @BeforeAll
    void store() {
        StoredMarket.store(service.context(), StoredMarket.MARKET.names(), StoredMarket.bars(160));
        Quote quote = new Quote(
                new Symbol("S0001"),
                Instant.parse("2026-11-20T14:30:00Z"),
                new BigDecimal("0.00000892"),
                12,
                "USD",
                "mine",
                Instant.EPOCH);
        new TransactionTemplate(service.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> service.bean(QuoteStore.class).save(List.of(quote)));
        StoredMarket.promote(service.context(), StoredMarket.publish(service.context(), StoredMarket.forest(1)));
        JdbcClient jdbc = JdbcClient.create(service.database().dataSource());
        jdbc.sql("insert into batch_job_instance values (1, 0, 'collect', 'key')")
                .update();
        jdbc.sql("insert into batch_job_execution values (1, 0, 1, localtimestamp, localtimestamp, localtimestamp,"
                        + " 'FAILED', 'FAILED', 'no source could be asked', localtimestamp)")
                .update();
        jdbc.sql("insert into batch_job_execution_params values (1, 'run.id', 'java.lang.String', 'hourly', 'Y')")
                .update();
        surroundings.with(
                "openalpha.model.folder",
                service.context().getEnvironment().getRequiredProperty("openalpha.model.folder"));
    }

    @AfterAll
    void stop() {
        surroundings.close();
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "quotes S0001, /api/v1/quotes?symbols=S0001",
        "bars S0001, /api/v1/bars/S0001",
        "symbols list, /api/v1/symbols"
    })
    void aListIsTheSameFromACommandAndFromTheApi(String command, String path) {
        assertThat(printed(command + " --json")).isEqualTo(AdminService.json(service.get("viewer", path)));
        assertThat(CommandRun.of((command + " --csv").split(" ")).out())
                .isEqualTo(service.get("viewer", path, "Accept", "text/csv").body());
    }

    @ParameterizedTest
    @CsvSource({"predict S0001, /api/v1/predictions/S0001"})
    void anEntryOfAListIsWhatTheApiAnswersForIt(String command, String path) {
        await().until(() -> service.get("viewer", path).statusCode() == 200);
        HttpResponse<String> answer = service.get("viewer", path);

        assertThat(printed(command + " --json").get(0)).isEqualTo(AdminService.json(answer));
    }

    @Test
    void runsAreTheSameFromACommandAndFromTheApi() {
        assertThat(printed("runs --json"))
                .isEqualTo(AdminService.json(service.get("viewer", "/api/v1/admin/jobs/runs"))
                        .get("runs"));
        assertThat(printed("runs hourly --json"))
                .isEqualTo(AdminService.json(service.get("viewer", "/api/v1/admin/jobs/runs/hourly")));
    }

    private static JsonNode printed(String command) {
        return Json.MAPPER.readTree(CommandRun.of(command.split(" ")).out());
    }
}
