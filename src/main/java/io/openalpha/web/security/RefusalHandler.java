package io.openalpha.web.security;

import io.openalpha.web.problem.Problem;
import io.openalpha.web.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Tells whom a request was refused, as a problem document, why and what to do. */
final class RefusalHandler implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** For a request that is refused before anybody looks at what it wants. */
    static final Problem MALFORMED = new Problem(
            HttpStatus.BAD_REQUEST,
            "malformed-request",
            "The path or a header of the request has characters that are not allowed there.",
            "Leave out control characters, ';', '//' and encoded slashes.");

    private static final Problem SIGN_IN = new Problem(
            HttpStatus.UNAUTHORIZED,
            "sign-in-required",
            "The request carries no credentials, or wrong ones.",
            "Send HTTP Basic credentials of a user of openalpha.admin.users, or a bearer token of the issuer.");
    private static final Problem BAD_TOKEN = new Problem(
            HttpStatus.UNAUTHORIZED,
            "bad-token",
            "The bearer token is not signed by the issuer, has expired, or is not meant for this service.",
            "Get a new token from the issuer, with the audience of openalpha.admin.oidc.audience.");
    private static final Problem NO_ISSUER = new Problem(
            HttpStatus.SERVICE_UNAVAILABLE,
            "issuer-unavailable",
            "The issuer of tokens cannot be asked for its keys.",
            "Try again later, or sign in with a password.");
    private static final Problem FORGEABLE = new Problem(
            HttpStatus.FORBIDDEN,
            "no-csrf-token",
            "The request changes something, and its CSRF token is missing or outdated.",
            "Load the page again; programs send HTTP Basic credentials or a bearer token instead of a cookie.");

    private final PageRequests pages = new PageRequests();
    private final ProblemWriter problems;
    private final RefusalLog log;
    private final boolean tokensToo;

    RefusalHandler(ProblemWriter problems, RefusalLog log, boolean tokensToo) {
        this.problems = problems;
        this.log = log;
        this.tokensToo = tokensToo;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (cause instanceof TooManyAttemptsException locked) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(locked.seconds()));
            problems.write(tooMany(locked), request, response);
        } else if (cause instanceof AuthenticationServiceException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
            problems.write(NO_ISSUER, request, response);
        } else {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"openalpha\", charset=\"UTF-8\"");
            if (tokensToo) {
                response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"openalpha\"");
            }
            problems.write(cause instanceof InvalidBearerTokenException ? BAD_TOKEN : SIGN_IN, request, response);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        log.denied(request);
        if (pages.matches(request)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
            return;
        }
        problems.write(cause instanceof CsrfException ? FORGEABLE : forbidden(request), request, response);
    }

    private static Problem tooMany(TooManyAttemptsException locked) {
        return new Problem(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-attempts",
                "There were too many wrong passwords from this address.",
                "Wait %s seconds.".formatted(locked.seconds()));
    }

    private static Problem forbidden(HttpServletRequest request) {
        return AccessRules.required(request.getMethod(), request.getRequestURI())
                .map(role -> new Problem(
                        HttpStatus.FORBIDDEN,
                        "role-required",
                        "%s %s needs the role %s.".formatted(request.getMethod(), request.getRequestURI(), role),
                        "Ask an administrator for the role."))
                .orElseGet(() -> new Problem(
                        HttpStatus.FORBIDDEN,
                        "nobody-may",
                        "There is no %s %s.".formatted(request.getMethod(), request.getRequestURI()),
                        "See /v3/api-docs for what there is."));
    }
}
