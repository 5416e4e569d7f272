package io.openalpha.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openalpha.ml.model.VersionName;
import io.openalpha.ml.prediction.StoredMarket;
import io.openalpha.web.AdminService;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Models and what they predict, over HTTP. */
class ModelRequestsIntegrationTests {

    private static final String MODELS = "/api/v1/models/";
    private static final String PREDICTIONS = "/api/v1/predictions";
    private static final Duration RELOAD = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    private AdminService service;
    private VersionName first;
    private VersionName second;

    @BeforeEach
    void start() {
        service = AdminService.start("openalpha.model.folder=" + folder, "openalpha.prediction.bar-poll=200ms");
        StoredMarket.store(service.context(), StoredMarket.MARKET.names(), StoredMarket.bars(160));
        first = StoredMarket.publish(service.context(), StoredMarket.forest(1));
        second = StoredMarket.publish(service.context(), StoredMarket.forest(2));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void withoutAModelThereAreNoPredictions() {
        awaitFeatures();
        HttpResponse<String> response = service.get("viewer", PREDICTIONS + "/S0003");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(service.postJson("viewer", PREDICTIONS, "{\"symbols\": [\"S0003\"]}")
                        .statusCode())
                .isEqualTo(503);
    }

    @Test
    void predictionsAreThoseOfTheVersionThatWasPromotedLast() {
        promote(first);
        awaitPredictionBy(first);
        promote(second);
        awaitPredictionBy(second);

        HttpResponse<String> back = service.post("admin", MODELS + "random_forest/rollback");
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(AdminService.json(back).path("version").asString()).isEqualTo(first.toString());
        awaitPredictionBy(first);

        HttpResponse<String> further = service.post("admin", MODELS + "random_forest/rollback");
        assertThat(further.statusCode()).isEqualTo(409);
        assertThat(AdminService.json(further).path("type").asString())
                .isEqualTo("urn:openalpha:problem:nothing-to-roll-back-to");
    }

    @Test
    void predictionsSayWhatTheyAreWorth() {
        promote(first);
        JsonNode prediction = awaitPredictionBy(first);

        assertThat(prediction.path("symbol").asString()).isEqualTo("S0003");
        assertThat(prediction.path("as_of").asString()).isEqualTo("2015-08-12");
        assertThat(prediction.path("stale").asBoolean()).isTrue();
        assertThat(prediction.path("probability").asDouble()).isBetween(0.0, 1.0);
        JsonNode byForest = prediction.path("models").get(0);
        assertThat(byForest.path("algorithm").asString()).isEqualTo("random_forest");
        assertThat(byForest.path("probability").asDouble())
                .isEqualTo(prediction.path("probability").asDouble());
        assertThat(byForest.path("label").asString()).isEqualTo("above_median");
        assertThat(byForest.path("horizon_days").asInt()).isEqualTo(1);
    }

    @Test
    void manySymbolsArePredictedAtOnce() {
        promote(first);
        awaitPredictionBy(first);

        JsonNode answer = AdminService.json(
                service.postJson("viewer", PREDICTIONS, "{\"symbols\": [\"S0002\", \"NOPE\", \"S0001\"]}"));

        assertThat(answer.path("predictions").findValuesAsString("symbol")).containsExactly("S0002", "S0001");
        JsonNode unknown = answer.path("unpredicted").get(0);
        assertThat(unknown.path("symbol").asString()).isEqualTo("NOPE");
        assertThat(unknown.path("kind").asString()).isEqualTo("unknown-symbol");
        assertThat(service.get("viewer", PREDICTIONS + "/NOPE").statusCode()).isEqualTo(404);
        HttpResponse<String> none = service.postJson("viewer", PREDICTIONS, "{\"symbols\": []}");
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(AdminService.json(none).path("action").asString()).isEqualTo("Give 1 to 1,000 symbols.");
    }

    @Test
    void versionsAreListedWithTheirCards() {
        promote(second);

        JsonNode models = AdminService.json(service.get("viewer", "/api/v1/models"));
        assertThat(models.findValuesAsString("version")).containsExactlyInAnyOrder(first.toString(), second.toString());
        assertThat(AdminService.json(service.get("viewer", MODELS + second))
                        .path("state")
                        .asString())
                .isEqualTo("promoted");
        assertThat(AdminService.json(service.get("viewer", MODELS + "random_forest/metrics"))
                        .size())
                .isEqualTo(2);
        HttpResponse<String> text = service.get("viewer", MODELS + second + "/card", "Accept", "text/plain");
        assertThat(text.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(text.body()).startsWith("Model " + second);
        HttpResponse<String> markdown = service.get("viewer", MODELS + second + "/card");
        assertThat(markdown.headers().firstValue("Content-Type")).hasValue("text/markdown;charset=UTF-8");
        assertThat(markdown.body()).startsWith("# Model ");
    }

    @Test
    void whatIsNotThereIsNotPromoted() {
        assertThat(service.post("admin", MODELS + "random_forest_20200101_000000/promote")
                        .statusCode())
                .isEqualTo(404);
        assertThat(service.post("admin", MODELS + "oracle/rollback").statusCode())
                .isEqualTo(404);
        assertThat(service.get("viewer", MODELS + "oracle/metrics").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aDamagedVersionIsRefusedWhenItIsToBePromoted() throws IOException {
        Files.writeString(folder.resolve(second + "/model.pb"), "something else");

        HttpResponse<String> response = service.post("admin", MODELS + second + "/promote");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(AdminService.json(response).path("type").asString()).isEqualTo("urn:openalpha:problem:model-store");
    }

    @Test
    void aVersionThatDoesNotLoadLeavesTheOldOneServingAndIsReportedEverywhere() throws IOException {
        promote(first);
        awaitPredictionBy(first);
        Files.writeString(folder.resolve(second + "/model.pb"), "something else");

        StoredMarket.promote(service.context(), second);

        await().atMost(RELOAD)
                .untilAsserted(() ->
                        assertThat(health().path("refused").propertyNames()).containsExactly(second.toString()));
        assertThat(health().path("refused").path(second.toString()).asString()).contains("is damaged");
        assertThat(health().path("serving").path("random_forest").asString()).isEqualTo(first.toString());
        awaitPredictionBy(first);
        assertThat(metric("openalpha.models.refused")).isEqualTo(1);
        assertThat(metric("openalpha.models.serving")).isEqualTo(1);
        assertThat(metric("openalpha.model.loads?tag=result:failed")).isEqualTo(1);
        assertThat(JdbcClient.create(service.database().dataSource())
                        .sql("""
                                select who || ' ' || what || ' ' || target || ' ' || result || ' ' || (details ->> 'reason')
                                from audit_event where result = 'failed'""")
                        .query(String.class)
                        .single())
                .startsWith("openalpha load-model " + second + " failed Model " + second + " is damaged");

        promote(first);
        await().atMost(RELOAD).untilAsserted(() -> assertThat(metric("openalpha.models.refused"))
                .isZero());
    }

    private void promote(VersionName version) {
        HttpResponse<String> promoted = service.post("admin", MODELS + version + "/promote");
        assertThat(promoted.statusCode()).as(promoted.body()).isEqualTo(200);
        assertThat(AdminService.json(promoted).path("version").asString()).isEqualTo(version.toString());
    }

    private JsonNode awaitPredictionBy(VersionName version) {
        await().atMost(RELOAD)
                .untilAsserted(() -> assertThat(AdminService.json(service.get("viewer", PREDICTIONS + "/S0003"))
                                .path("models")
                                .path(0)
                                .path("version")
                                .asString(""))
                        .isEqualTo(version.toString()));
        return AdminService.json(service.get("viewer", PREDICTIONS + "/S0003"));
    }

    private void awaitFeatures() {
        await().untilAsserted(() -> assertThat(
                        service.get("viewer", PREDICTIONS + "/S0003").statusCode())
                .isNotEqualTo(404));
    }

    private JsonNode health() {
        return actuator("health").path("components").path("models").path("details");
    }

    private double metric(String name) {
        return actuator("metrics/" + name)
                .path("measurements")
                .path(0)
                .path("value")
                .asDouble();
    }

    private JsonNode actuator(String path) {
        return AdminService.json(service.send(
                AdminService.as("viewer", HttpRequest.newBuilder(service.management("/actuator/" + path)))));
    }
}
