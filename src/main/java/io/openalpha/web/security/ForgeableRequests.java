package io.openalpha.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The requests that another site could make a user's browser send, so that they need a token of ours: those that change
 * something and carry no credentials of their own. A browser adds a remembered Basic password to foreign requests too,
 * but then says where they come from.
 */
final class ForgeableRequests implements RequestMatcher {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

    @Override
    public boolean matches(HttpServletRequest request) {
        if (HARMLESS.contains(request.getMethod())) {
            return false;
        }
        return carriesCredentials(request.getHeader(HttpHeaders.AUTHORIZATION))
                ? isForeign(request.getHeader("Sec-Fetch-Site"))
                : isOfSession(request);
    }

    /** A request to the API without a cookie is anonymous, and refused for that. */
    private static boolean isOfSession(HttpServletRequest request) {
        return request.getRequestedSessionId() != null
                || !request.getRequestURI().startsWith("/api/");
    }

    private static boolean carriesCredentials(@Nullable String authorization) {
        return authorization != null
                && (authorization.regionMatches(true, 0, "Basic ", 0, 6)
                        || authorization.regionMatches(true, 0, "Bearer ", 0, 7));
    }

    private static boolean isForeign(@Nullable String site) {
        return site != null && FOREIGN.contains(site);
    }
}
