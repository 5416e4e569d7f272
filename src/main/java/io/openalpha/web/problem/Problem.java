package io.openalpha.web.problem;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * An error of a request, for its sender.
 *
 * @param status of the response
 * @param kind stable and for programs, such as {@code unknown-symbol}
 * @param detail what was wrong, with which value: one sentence
 * @param action what to do about it: one sentence
 * @param more further members of the document, by name
 */
public record Problem(HttpStatus status, String kind, String detail, String action, Map<String, Object> more) {

    private static final String TYPE = "urn:openalpha:problem:";

    public Problem(HttpStatus status, String kind, String detail, String action) {
        this(status, kind, detail, action, Map.of());
    }

    /** The same problem with one more member in its document. */
    public Problem with(String member, Object value) {
        Map<String, Object> members = new LinkedHashMap<>(more);
        members.put(member, value);
        return new Problem(status, kind, detail, action, members);
    }

    /** The document, as Spring writes it. */
    public ProblemDetail document() {
        ProblemDetail document = ProblemDetail.forStatusAndDetail(status, detail);
        document.setType(URI.create(TYPE + kind));
        document.setProperty("action", action);
        more.forEach(document::setProperty);
        return document;
    }
}
