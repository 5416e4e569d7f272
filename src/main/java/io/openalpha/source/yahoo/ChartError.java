package io.openalpha.source.yahoo;

import io.openalpha.source.http.HttpAnswer;
import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure;
import io.openalpha.source.wire.SourceFailure.InvalidRequest;
import io.openalpha.source.wire.SourceFailure.NotFound;
import io.openalpha.source.wire.SourceFailure.RateLimited;
import io.openalpha.source.wire.SourceFailure.Unauthorized;
import io.openalpha.source.wire.SourceFailure.Unavailable;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The error that a chart body can hold instead of a result, whatever the status of the answer. */
final class ChartError {

    private ChartError() {}

    static Optional<SourceFailure> in(JsonNode body) {
        return Stream.of("chart", "finance")
                .map(envelope -> body.path(envelope).path("error"))
                .filter(JsonNode::isObject)
                .findFirst()
                .map(ChartError::failure);
    }

    /**
     * What an answer with a status other than 200 means: what its body says in words, if it is such an error.
     *
     * @return the failure by the status where the body holds none
     */
    static SourceFailure of(HttpAnswer answer) throws SourceException {
        return switch (answer.status()) {
            case 404 -> in(answer.json()).orElseGet(answer::failure);
            case 400, 401, 403, 422 ->
                answer.isJson() ? in(answer.json()).orElseGet(answer::failure) : answer.failure();
            default -> answer.failure();
        };
    }

    private static SourceFailure failure(JsonNode error) {
        String code = text(error, "code");
        String description = text(error, "description");
        String detail = code.isEmpty() && description.isEmpty()
                ? "an error without a code and a description"
                : code + ": " + description;
        return switch (code.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip()) {
            case "not found" -> new NotFound(detail);
            case "bad request", "unprocessable entity" -> new InvalidRequest(detail);
            case "unauthorized" -> new Unauthorized(detail);
            case "too many requests" -> new RateLimited(detail, null);
            default -> new Unavailable(detail);
        };
    }

    private static String text(JsonNode error, String field) {
        return error.path(field).asString("");
    }
}
