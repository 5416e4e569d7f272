package io.openalpha.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which role a request needs: the first rule that matches decides, and a request that no rule matches is denied to
 * everybody.
 */
public final class AccessRules {

    private static final List<Rule> RULES = List.of(
            rule(HttpMethod.GET, "/api/v1/**", Role.VIEWER),
            rule(HttpMethod.POST, "/api/v1/predictions", Role.VIEWER),
            rule(HttpMethod.POST, "/api/v1/admin/**", Role.OPERATOR),
            rule(HttpMethod.POST, "/api/v1/models/**", Role.ADMIN),
            rule(HttpMethod.POST, "/api/v1/symbols/**", Role.ADMIN),
            rule(HttpMethod.GET, "/v3/api-docs/**", Role.VIEWER),
            rule(HttpMethod.GET, "/v3/api-docs.yaml", Role.VIEWER),
            rule(HttpMethod.GET, "/swagger-ui.html", Role.VIEWER),
            rule(HttpMethod.GET, "/swagger-ui/**", Role.VIEWER),
            rule(HttpMethod.GET, "/webjars/**", Role.VIEWER),
            // pages
            rule(HttpMethod.GET, "/", Role.VIEWER),
            rule(HttpMethod.GET, "/runs/**", Role.VIEWER),
            rule(HttpMethod.GET, "/data/**", Role.VIEWER),
            rule(HttpMethod.GET, "/models/**", Role.VIEWER),
            rule(HttpMethod.GET, "/schedule", Role.VIEWER),
            rule(HttpMethod.GET, "/audit", Role.OPERATOR),
            rule(HttpMethod.POST, "/runs/purge", Role.ADMIN),
            rule(HttpMethod.POST, "/runs/**", Role.OPERATOR),
            rule(HttpMethod.POST, "/jobs/**", Role.OPERATOR),
            rule(HttpMethod.POST, "/models/**", Role.ADMIN));

    private AccessRules() {}

    /**
     * The least role that may send such a request; empty if none may.
     *
     * @param method upper-case; {@code HEAD} counts as {@code GET}
     * @param path as it was sent, without query
     */
    public static Optional<Role> required(String method, String path) {
        HttpMethod meant = HttpMethod.valueOf(method.equals("HEAD") ? "GET" : method);
        PathContainer parsed = PathContainer.parsePath(path);
        return RULES.stream()
                .filter(rule -> rule.method.equals(meant) && rule.path.matches(parsed))
                .map(Rule::role)
                .findFirst();
    }

    static AuthorizationDecision decide(Supplier<? extends Authentication> user, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        return new AuthorizationDecision(required(request.getMethod(), request.getRequestURI())
                .filter(role -> user.get().getAuthorities().contains(role.authority()))
                .isPresent());
    }

    private static Rule rule(HttpMethod method, String path, Role role) {
        return new Rule(method, PathPatternParser.defaultInstance.parse(path), role);
    }

    private record Rule(HttpMethod method, PathPattern path, Role role) {}
}
