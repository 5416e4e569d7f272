package io.openalpha.source.http;

import io.openalpha.format.Json;
import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure;
import io.openalpha.source.wire.SourceFailure.Garbled;
import io.openalpha.source.wire.SourceFailure.InvalidRequest;
import io.openalpha.source.wire.SourceFailure.RateLimited;
import io.openalpha.source.wire.SourceFailure.Unauthorized;
import io.openalpha.source.wire.SourceFailure.Unavailable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A complete answer of a source, of any status. */
public final class HttpAnswer {

    private static final int EXCERPT = 160;
    private static final int WHY = 100;
    private static final int READ_FOR_EXCERPT = 4096;

    private final int status;
    private final @Nullable String retryAfter;
    private final byte[] body;
    private final Redaction redaction;
    private final Clock clock;

    /** @param retryAfter the header of this name; null if there is none */
    HttpAnswer(int status, @Nullable String retryAfter, byte[] body, Redaction redaction, Clock clock) {
        this.status = status;
        this.retryAfter = retryAfter;
        this.body = body;
        this.redaction = redaction;
        this.clock = clock;
    }

    public int status() {
        return status;
    }

    /**
     * The body as JSON. A byte-order mark is skipped; {@code NaN} and {@code Infinity} are read as numbers.
     *
     * @throws SourceException with {@link Garbled} if the body is anything but one JSON value
     */
    public JsonNode json() throws SourceException {
        try {
            JsonNode root = Json.ANSWERS.readTree(body);
            if (root.isMissingNode()) {
                throw new SourceException(new Garbled("answer is empty"));
            }
            return root;
        } catch (JacksonException e) {
            throw new SourceException(notJson(e));
        }
    }

    /** Whether the body begins as an object of JSON does. */
    public boolean isJson() {
        return excerpt().replace("\uFEFF", "").startsWith("{");
    }

    /**
     * Has the body read piece by piece, for those that are too large for a tree. It may hold {@code NaN} and
     * {@code Infinity}.
     *
     * @throws SourceException with {@link Garbled} if the body is not JSON, or what the reading throws itself
     */
    public <T> T read(JsonReading<T> reading) throws SourceException {
        try {
            return reading.read(body, Json.LARGE_ANSWERS);
        } catch (JacksonException e) {
            throw new SourceException(notJson(e));
        }
    }

    private SourceFailure notJson(JacksonException e) {
        String why = redaction.apply(e.getOriginalMessage());
        return new Garbled(
                "answer is not JSON: %s (%s)".formatted(excerpt(), why.substring(0, Math.min(why.length(), WHY))));
    }

    /** Reads a body with a mapper, or without where that is too slow. */
    @FunctionalInterface
    public interface JsonReading<T> {

        T read(byte[] body, JsonMapper mapper) throws SourceException;
    }

    /** What a status other than 200 means when the body is not looked at. */
    public SourceFailure failure() {
        return failure(excerpt());
    }

    /**
     * What a status other than 200 means.
     *
     * @param said what the body says in words
     */
    public SourceFailure failure(String said) {
        String detail = "HTTP %s %s".formatted(status, said).strip();
        if (status >= 300 && status < 400) {
            return new Unavailable("HTTP %s: a redirect instead of data".formatted(status));
        }
        return switch (status) {
            case 401, 403 -> new Unauthorized(detail);
            case 404 -> new Garbled(detail);
            case 408 -> new Unavailable(detail);
            case 429 -> new RateLimited(detail, RetryAfter.of(retryAfter, clock.instant()));
            default -> status >= 400 && status < 500 ? new InvalidRequest(detail) : new Unavailable(detail);
        };
    }

    private String excerpt() {
        String start = new String(body, 0, Math.min(body.length, READ_FOR_EXCERPT), StandardCharsets.UTF_8);
        // The whole secret goes before the text is cut, or a part of it could stay.
        String safe = redaction.apply(start).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return safe.substring(0, Math.min(safe.length(), EXCERPT));
    }
}
