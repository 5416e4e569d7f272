package io.openalpha.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem documents where Spring MVC does not: in filters. */
public final class ProblemWriter {

    private final JsonMapper json;

    public ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** Makes the problem the whole response; headers that are set already stay. */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemDetail document = problem.document();
        document.setInstance(path(request));
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(document));
    }

    private static URI path(HttpServletRequest request) {
        try {
            Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
            return new URI(failed instanceof String path ? path : request.getRequestURI());
        } catch (URISyntaxException e) {
            return URI.create("about:blank");
        }
    }
}
