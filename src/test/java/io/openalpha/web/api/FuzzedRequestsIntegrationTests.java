package io.openalpha.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.web.AdminService;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is asked, the service makes no mistake of its own. */
class FuzzedRequestsIntegrationTests {

    @SuppressWarnings("NullAway.Init")
    private static AdminService service;

    @BeforeContainer
    static void start() {
        service = AdminService.start();
    }

    @AfterContainer
    static void stop() {
        service.close();
    }

    @Property(tries = 300, seed = "42")
    void noPathOrQueryMakesItFail(@ForAll("targets") String target) {
        assertFine(service.get("admin", target));
    }

    @Property(tries = 300, seed = "42")
    void noBodyMakesItFail(@ForAll("bodies") String body, @ForAll("posts") String path) {
        assertFine(service.send(AdminService.as("admin", HttpRequest.newBuilder(service.uri(path)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))));
    }

    private static void assertFine(HttpResponse<String> response) {
        int status = response.statusCode();
        assertThat(status).as(response.body()).isLessThan(500);
        assertThat(response.body()).doesNotContain("Exception", "\tat ");
        // Tomcat itself refuses some paths, before anybody else sees them.
        if (status >= 400
                && !response.body().startsWith("<!doctype html><html lang=\"en\"><head><title>HTTP Status 400")) {
            assertThat(response.headers().firstValue("Content-Type"))
                    .as(response.body())
                    .hasValue("application/problem+json");
        }
    }

    @Provide
    Arbitrary<String> targets() {
        Arbitrary<String> paths = Arbitraries.of(
                "/api/v1/quotes/%s",
                "/api/v1/quotes?symbols=%s",
                "/api/v1/bars/%s",
                "/api/v1/bars/AAPL?from=%s",
                "/api/v1/bars/AAPL?to=%s",
                "/api/v1/models/%s",
                "/api/v1/models/%s/card",
                "/api/v1/models/%s/metrics",
                "/api/v1/symbols?enabled=%s",
                "/api/v1/predictions/%s",
                "/api/v1/admin/ml/train/status/%s",
                "/api/v1/admin/jobs/tasks/%s",
                "/api/v1/admin/jobs/runs/%s",
                "/api/v1/admin/jobs/runs?job=%s",
                "/api/v1/admin/jobs/runs?state=%s",
                "/api/v1/admin/jobs/runs?since=%s",
                "/api/v1/admin/jobs/runs?until=%s",
                "/api/v1/admin/jobs/runs?text=%s",
                "/api/v1/admin/jobs/runs?before=%s",
                "/api/v1/admin/jobs/runs?limit=%s",
                "/api/v1/%s");
        return Combinators.combine(paths, values()).as((path, value) -> path.formatted(encoded(value)));
    }

    @Provide
    Arbitrary<String> posts() {
        return Arbitraries.of(
                "/api/v1/admin/jobs/collect",
                "/api/v1/admin/jobs/backfill",
                "/api/v1/admin/jobs/nothing",
                "/api/v1/predictions",
                "/api/v1/models/random_forest/rollback");
    }

    @Provide
    Arbitrary<String> bodies() {
        Arbitrary<String> values =
                values().map(value -> value.replace("\\", "\\\\").replace("\"", "\\\""));
        Arbitrary<String> json = Arbitraries.of(
                "{\"symbols\": [\"%s\"]}",
                "{\"symbols\": \"%s\"}",
                "{\"symbols\": [null, \"%s\"]}",
                "{\"symbols\": null, \"from\": \"%s\"}",
                "{\"from\": \"2026-01-01\", \"to\": \"%s\"}",
                "{\"full\": \"%s\"}",
                "{\"%s\": 1}",
                "[\"%s\"]",
                "\"%s\"",
                "{\"symbols\": [\"AAPL\", \"%s\"");
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, Combinators.combine(json, values).as((text, value) -> text.formatted(value))),
                net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(50)));
    }

    private static Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30),
                Arbitraries.strings().ascii().ofMaxLength(30),
                Arbitraries.of(
                        "AAPL",
                        "\0",
                        "a\0b",
                        "+999999999-12-31",
                        "-0001-01-01",
                        "0000-01-01",
                        "10000-01-01",
                        "2026-02-30",
                        "+1000000000-12-31T23:59:59Z",
                        "-9999-01-01T00:00:00Z",
                        "9223372036854775807",
                        "-9223372036854775808",
                        "99999999999999999999",
                        "-1",
                        "0",
                        "1e9",
                        "NaN",
                        "true",
                        "' or 1=1 --",
                        "..",
                        "../..",
                        "%2e%2e",
                        "random_forest_20260230_000000",
                        "random_forest_99991231_235959",
                        "a".repeat(3_000),
                        "\uD800",
                        "train-0000000000",
                        "{}",
                        "null"),
                Arbitraries.longs().map(String::valueOf));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
