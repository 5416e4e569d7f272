package io.openalpha.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.market.Conflict;
import io.openalpha.market.ConflictStore;
import io.openalpha.market.Quote;
import io.openalpha.market.QuoteStore;
import io.openalpha.market.Symbol;
import io.openalpha.ml.model.VersionName;
import io.openalpha.ml.prediction.StoredMarket;
import io.openalpha.run.RunId;
import io.openalpha.run.StoredRuns;
import io.openalpha.web.AdminService;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document beside what the service really answers, and the page that shows it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiDocumentTests {

    private AdminService service;
    private JsonNode document;
    private VersionName version;

    @BeforeAll
    void start() {
        service = AdminService.start("openalpha.prediction.bar-poll=200ms");
        StoredMarket.store(service.context(), StoredMarket.MARKET.names(), StoredMarket.bars(160));
        Instant now = Instant.parse("2026-11-20T14:30:00Z");
        Quote quote = new Quote(new Symbol("S0003"), now, BigDecimal.TEN, 12, "USD", "mine", now);
        new TransactionTemplate(service.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> service.bean(QuoteStore.class).save(List.of(quote)));
        version = StoredMarket.publish(service.context(), StoredMarket.forest(1));
        StoredRuns runs = StoredRuns.in(service.database());
        runs.end(runs.begin("collect", new RunId("mine"), "collect"), "COMPLETED", "");
        document = AdminService.json(service.get("viewer", "/v3/api-docs"));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void answersHaveTheMembersThatTheDocumentNames() {
        assertDocumented("get", "/api/v1/quotes", get("/api/v1/quotes"));
        assertDocumented("get", "/api/v1/quotes/{symbol}", get("/api/v1/quotes/S0003"));
        assertDocumented("get", "/api/v1/bars/{symbol}", get("/api/v1/bars/S0003"));
        assertDocumented("get", "/api/v1/symbols", get("/api/v1/symbols"));
        Conflict conflict = new Conflict("shorter", "160 bars", "20 of these days");
        service.bean(ConflictStore.class).save(new Symbol("S0003"), conflict, "mine", Instant.EPOCH);
        assertDocumented("get", "/api/v1/conflicts", get("/api/v1/conflicts"));
        assertDocumented(
                "post", "/api/v1/symbols/{symbol}/disable", service.post("admin", "/api/v1/symbols/S0001/disable"));
        assertDocumented("get", "/api/v1/models", get("/api/v1/models"));
        assertDocumented("get", "/api/v1/models/{version}", get("/api/v1/models/" + version));
        assertDocumented("get", "/api/v1/models/{algorithm}/metrics", get("/api/v1/models/random_forest/metrics"));
        assertDocumented("get", "/api/v1/admin/jobs/runs", get("/api/v1/admin/jobs/runs"));
        assertDocumented("get", "/api/v1/admin/jobs/runs/{run_id}", get("/api/v1/admin/jobs/runs/mine"));
        HttpResponse<String> started = service.post("operator", "/api/v1/admin/ml/train");
        assertDocumented("post", "/api/v1/admin/ml/train", started);
        String task = AdminService.json(started).path("status_url").asString();
        assertDocumented("get", "/api/v1/admin/ml/train/status/{task_id}", get(task));
        assertDocumented(
                "post",
                "/api/v1/models/{version}/promote",
                service.post("admin", "/api/v1/models/" + version + "/promote"));
        assertDocumented("get", "/api/v1/quotes/{symbol}", get("/api/v1/quotes/NOPE"));
    }

    @Test
    void documentIsOfTheVersionItClaimsAndHasExamples() {
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        List<String> without = new ArrayList<>();
        document.path("components").path("schemas").forEachEntry((name, schema) -> {
            if (schema.path("properties").findValues("example").isEmpty()
                    && schema.path("properties").findValues("$ref").isEmpty()) {
                without.add(name);
            }
        });
        assertThat(without).isEmpty();
    }

    @Test
    void pageRunsUnderItsContentPolicy() {
        HttpResponse<String> page = service.get("viewer", "/swagger-ui/index.html");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'");
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]* src=)").doesNotContain("<style", " onload=");
        List<String> scripts = Pattern.compile("<script src=\"\\./([^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(scripts).contains("swagger-initializer.js").allSatisfy(script -> assertThat(
                        service.get("viewer", "/swagger-ui/" + script).statusCode())
                .isEqualTo(200));
        assertThat(service.get("viewer", "/swagger-ui/swagger-initializer.js").body())
                .contains("\"/v3/api-docs/swagger-config\"");
    }

    private HttpResponse<String> get(String path) {
        return service.get("viewer", path);
    }

    private void assertDocumented(String method, String path, HttpResponse<String> response) {
        JsonNode documented = document.path("paths")
                .path(path)
                .path(method)
                .path("responses")
                .path(String.valueOf(response.statusCode()));
        assertThat(documented.isMissingNode())
                .as("%s %s: %s", method, path, response.body())
                .isFalse();
        String type = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        JsonNode schema = documented.path("content").path(type).path("schema");
        assertSame(path, schema, AdminService.json(response));
    }

    /** Members that are objects of an unknown kind, such as metrics, are not looked into. */
    private void assertSame(String where, JsonNode schema, JsonNode value) {
        JsonNode meant = resolved(schema);
        if (value.isArray()) {
            assertThat(value.isEmpty()).as(where).isFalse();
            assertSame(where + "[0]", meant.path("items"), value.get(0));
        } else if (value.isObject() && meant.has("properties")) {
            Set<String> named = new TreeSet<>(meant.path("properties").propertyNames());
            assertThat(new TreeSet<>(value.propertyNames())).as(where).isEqualTo(named);
            value.forEachEntry((name, member) -> {
                if (member.isObject() || (member.isArray() && !member.isEmpty())) {
                    assertSame(where + "." + name, meant.path("properties").path(name), member);
                }
            });
        } else {
            assertThat(meant.isMissingNode()).as(where).isFalse();
        }
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }
}
