package io.openalpha.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.market.Instrument;
import io.openalpha.market.Symbol;
import io.openalpha.market.Universe;
import io.openalpha.web.AdminService;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignInTests {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static AdminService service;

    @BeforeAll
    static void start() {
        service = AdminService.start("openalpha.admin.login.failures=3");
        service.bean(Universe.class).save(List.of(Instrument.listed(new Symbol("AAPL"), null, null)));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void refusesWithAProblemDocument() {
        HttpResponse<String> response = service.send(HttpRequest.newBuilder(service.uri("/api/v1/quotes")));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.headers().allValues("WWW-Authenticate"))
                .containsExactly("Basic realm=\"openalpha\", charset=\"UTF-8\"");
        assertThat(AdminService.json(response).path("type").asString())
                .isEqualTo("urn:openalpha:problem:sign-in-required");
    }

    @Test
    void tellsWhichRoleIsMissingAndNotesIt() {
        HttpResponse<String> response = service.post("viewer", "/api/v1/symbols/AAPL/disable");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(AdminService.json(response).path("detail").asString())
                .isEqualTo("POST /api/v1/symbols/AAPL/disable needs the role ADMIN.");
        assertThat(noted("viewer")).isPositive();
    }

    @Test
    void limitsWrongPasswordsOfAUserAndAddress() {
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(tryPassword("mallory", "guess").statusCode()).isEqualTo(401);
        }

        HttpResponse<String> response = tryPassword("mallory", "guess");

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 301L);
        assertThat(service.get("viewer", "/api/v1/quotes").statusCode()).isEqualTo(200);
        assertThat(noted("mallory")).isEqualTo(3);
    }

    @Test
    void limitHoldsEvenForTheRightPassword() {
        for (int attempt = 0; attempt < 3; attempt++) {
            tryPassword("operator", "guess");
        }

        assertThat(tryPassword("operator", AdminService.PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void sendsBrowsersToTheForm() {
        HttpResponse<String> response = service.send(
                HttpRequest.newBuilder(service.uri("/swagger-ui.html")).header("Accept", "text/html"));

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location").orElse("")).endsWith("/login");
    }

    @Test
    void formMakesASessionWhoseChangesNeedAToken() {
        String session = signInByForm();

        assertThat(service.send(withCookie("/api/v1/quotes", session)).statusCode())
                .isEqualTo(200);
        HttpResponse<String> response =
                service.send(withCookie("/api/v1/symbols/AAPL/enable", session).POST(BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(AdminService.json(response).path("type").asString()).endsWith("no-csrf-token");
    }

    @Test
    void formItselfNeedsAToken() {
        HttpResponse<String> response = service.send(HttpRequest.newBuilder(service.uri("/login"))
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString(form("admin", AdminService.PASSWORD))));

        assertThat(response.statusCode()).isEqualTo(403);
    }

    @Test
    void passwordThatABrowserRemembersIsNotEnoughForAnotherSite() {
        String path = "/api/v1/symbols/AAPL/enable";

        assertThat(service.post("admin", path, "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(service.post("admin", path, "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(200);
        assertThat(service.post("admin", path).statusCode()).isEqualTo(200);
    }

    @Test
    void passwordsMakeNoSession() {
        assertThat(service.get("viewer", "/api/v1/quotes").headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void everyResponseTellsBrowsersToBeCareful() {
        HttpResponse<String> response = service.send(HttpRequest.newBuilder(service.uri("/login")));

        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(response.body()).doesNotContain("<style").doesNotContainPattern("<script(?![^>]* src=)");
    }

    @Test
    void headersOfAProxyAreNotBelieved() {
        HttpResponse<String> response = service.send(HttpRequest.newBuilder(service.uri("/"))
                .headers("Accept", "text/html", "X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "https"));

        assertThat(response.headers().firstValue("Location").orElse("")).startsWith("http://127.0.0.1:");
        assertThat(response.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void actuatorHasAPortOfItsOwnAndShowsItsHealthToEverybody() {
        assertThat(service.send(HttpRequest.newBuilder(service.management("/actuator/health")))
                        .body())
                .contains("\"status\":\"UP\"")
                .doesNotContain("database");
        assertThat(service.send(HttpRequest.newBuilder(service.management("/actuator/info")))
                        .statusCode())
                .isEqualTo(401);
        assertThat(service.send(AdminService.as("viewer", HttpRequest.newBuilder(service.management("/actuator/info"))))
                        .body())
                .contains("\"version\"", "\"launcher\"", "\"kind\":\"process\"");
        assertThat(service.get("admin", "/actuator/health").statusCode()).isEqualTo(403);
    }

    private static HttpResponse<String> tryPassword(String user, String password) {
        return service.send(HttpRequest.newBuilder(service.uri("/api/v1/quotes"))
                .header("Authorization", AdminService.basic(user, password)));
    }

    private static long noted(String user) {
        return JdbcClient.create(service.database().dataSource())
                .sql("select count(*) from audit_event where who = ? and result = 'refused'")
                .param(user)
                .query(Long.class)
                .single();
    }

    private static String signInByForm() {
        HttpResponse<String> page = service.send(HttpRequest.newBuilder(service.uri("/login")));
        Matcher token = CSRF.matcher(page.body());
        assertThat(token.find()).isTrue();
        HttpResponse<String> response = service.send(withCookie("/login", cookie(page))
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString(
                        form("admin", AdminService.PASSWORD) + "&_csrf=" + encoded(token.group(1)))));
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(cookie(response)).isNotEqualTo(cookie(page));
        return cookie(response);
    }

    private static HttpRequest.Builder withCookie(String path, String cookie) {
        return HttpRequest.newBuilder(service.uri(path)).header("Cookie", cookie);
    }

    private static String cookie(HttpResponse<String> response) {
        String cookie = response.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private static String form(String user, String password) {
        return "username=%s&password=%s".formatted(encoded(user), encoded(password));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
