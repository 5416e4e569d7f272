package io.openalpha.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.web.AdminService;
import io.openalpha.web.security.Role;
import io.openalpha.web.security.TokenIssuer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Every endpoint of the OpenAPI document, with every kind of credentials, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationMatrixIntegrationTests {

    private static final Set<Integer> REFUSED = Set.of(401, 403);

    private TokenIssuer issuer;
    private AdminService service;
    private List<Endpoint> endpoints;

    private record Endpoint(String method, String path, String role, Set<String> documented) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private record Caller(
            String name,
            @Nullable String credentials,
            @Nullable Role role) {}

    @BeforeAll
    void start() throws Exception {
        issuer = new TokenIssuer();
        service = AdminService.start(
                "openalpha.admin.login.failures=10000", "openalpha.admin.oidc.issuer=" + issuer.url());
        endpoints = endpoints(AdminService.json(service.get("viewer", "/v3/api-docs")));
    }

    @AfterAll
    void stop() {
        service.close();
        issuer.close();
    }

    @Test
    void everyEndpointAdmitsTheRolesThatItNamesAndNobodyElse() {
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Endpoint endpoint : endpoints) {
            for (Caller caller : callers()) {
                int expected = expected(caller, Role.valueOf(endpoint.role));
                int status = call(endpoint, caller).statusCode();
                boolean right = expected == 200 ? !REFUSED.contains(status) : status == expected;
                tried++;
                if (!right || (status >= 500 && status != 503)) {
                    wrong.add("%s as %s: %s".formatted(endpoint, caller.name, status));
                } else if (!endpoint.documented.contains(String.valueOf(status))) {
                    wrong.add("%s answers with %s, which is not documented".formatted(endpoint, status));
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(tried).isEqualTo(endpoints.size() * callers().size()).isGreaterThan(250);
    }

    @Test
    void viewersReadOperatorsStartAndStopAndAdministratorsDecide() {
        assertThat(endpoints).isNotEmpty().allSatisfy(endpoint -> assertThat(endpoint.role)
                .isEqualTo(roleByKind(endpoint)));
    }

    @Test
    void documentNamesEveryMappingAndNoOther() {
        Set<String> mapped = new TreeSet<>();
        service.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapped.addAll(names(mapping)));
        mapped.removeIf(name -> !name.contains(" /api/"));

        assertThat(endpoints.stream().map(endpoint -> endpoint.method + " " + endpoint.path))
                .containsExactlyInAnyOrderElementsOf(mapped);
    }

    @Test
    void requestsWithoutARuleAreDenied() {
        assertThat(service.get("admin", "/somewhere").statusCode()).isEqualTo(403);
        assertThat(service.post("admin", "/api/v1/quotes").statusCode()).isEqualTo(403);
        assertThat(service.send(HttpRequest.newBuilder(service.uri("/somewhere")))
                        .statusCode())
                .isEqualTo(401);
    }

    private static Set<String> names(RequestMappingInfo mapping) {
        Set<String> names = new TreeSet<>();
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        mapping.getPatternValues().forEach(path -> methods.forEach(method -> names.add(method + " " + path)));
        return names;
    }

    private static String roleByKind(Endpoint endpoint) {
        if (endpoint.method.equals("GET") || endpoint.path.startsWith("/api/v1/predictions")) {
            return "VIEWER";
        }
        return endpoint.path.startsWith("/api/v1/admin/") ? "OPERATOR" : "ADMIN";
    }

    private static int expected(Caller caller, Role needed) {
        if (caller.role == null) {
            return 401;
        }
        return caller.role.compareTo(needed) >= 0 ? 200 : 403;
    }

    private List<Caller> callers() {
        List<Caller> callers = new ArrayList<>(List.of(
                new Caller("nobody", null, null),
                new Caller("wrong password", AdminService.basic("nobody", "guess"), null),
                new Caller("forged token", "Bearer " + issuer.forged("admin"), null),
                new Caller("expired token", "Bearer " + issuer.expired("admin"), null),
                new Caller("misdirected token", "Bearer " + issuer.misdirected("admin"), null)));
        for (Role role : Role.values()) {
            String user = role.name().toLowerCase(java.util.Locale.ROOT);
            callers.add(new Caller(user, AdminService.basic(user, AdminService.PASSWORD), role));
            callers.add(new Caller(user + "'s token", "Bearer " + issuer.token(user), role));
        }
        return callers;
    }

    private HttpResponse<String> call(Endpoint endpoint, Caller caller) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.uri(filled(endpoint.path)))
                .method(endpoint.method, BodyPublishers.noBody());
        if (caller.credentials != null) {
            request.header("Authorization", caller.credentials);
        }
        return service.send(request);
    }

    /** With names that are good, but of nothing that is there. */
    private static String filled(String path) {
        Map<String, String> values = Map.of(
                "{symbol}", "NOPE",
                "{version}", "random_forest_20200101_000000",
                "{algorithm}", "random_forest",
                "{run_id}", "nope",
                "{task_id}", "train-0000000000",
                "{job}", "nope");
        String filled = path;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return filled;
    }

    private static List<Endpoint> endpoints(JsonNode document) {
        List<Endpoint> endpoints = new ArrayList<>();
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> endpoints.add(new Endpoint(
                        method.toUpperCase(java.util.Locale.ROOT),
                        path,
                        operation.path("x-role").asString(""),
                        Set.copyOf(operation.path("responses").propertyNames())))));
        return endpoints;
    }
}
