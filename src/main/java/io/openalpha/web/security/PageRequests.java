package io.openalpha.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** A person's browser that wants a page, and is better served by the page to sign in than by a problem document. */
final class PageRequests implements RequestMatcher {

    @Override
    public boolean matches(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET")
                && !request.getRequestURI().startsWith("/api/")
                && accepted != null
                && accepted.contains("text/html");
    }
}
