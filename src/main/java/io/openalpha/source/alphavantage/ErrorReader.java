package io.openalpha.source.alphavantage;

import io.openalpha.source.http.Redaction;
import io.openalpha.source.wire.SourceFailure;
import io.openalpha.source.wire.SourceFailure.Garbled;
import io.openalpha.source.wire.SourceFailure.NotFound;
import java.time.Instant;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads a body that holds no data. Keys are matched by their beginning, for some grow a suffix with some plans.
 *
 * @param symbol that was asked for, in Alpha Vantage's spelling
 * @param now the time of the request
 */
record ErrorReader(String symbol, Instant now, Redaction redaction) {

    /**
     * Why there is none.
     *
     * @param key the beginning of the name under which the data would be
     */
    SourceFailure failure(String key, JsonNode body) {
        JsonNode error = startingWith("Error Message", body);
        if (error.isString()) {
            return message(error).error();
        }
        JsonNode note = startingWith("Note", body);
        if (note.isString()) {
            return message(note).note();
        }
        JsonNode information = startingWith("Information", body);
        if (information.isString()) {
            return message(information).information();
        }
        boolean unknownSymbol = body.isEmpty() || startingWith(key, body).isObject();
        return unknownSymbol
                ? new NotFound("no data of " + symbol)
                : new Garbled("answer holds no '%s'".formatted(key));
    }

    /** What a body says in prose; empty if nothing. */
    static String text(JsonNode body) {
        return Stream.of("Error Message", "Note", "Information")
                .map(key -> startingWith(key, body).asString(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private ServiceMessage message(JsonNode text) {
        return new ServiceMessage(text.asString(), now, redaction);
    }

    /** The value of the first key that begins so; a missing node if there is none. */
    static JsonNode startingWith(String prefix, JsonNode object) {
        return object.propertyStream()
                .filter(property -> property.getKey().startsWith(prefix))
                .findFirst()
                .map(property -> property.getValue())
                .orElseGet(() -> object.path(prefix));
    }
}
