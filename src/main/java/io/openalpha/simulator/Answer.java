package io.openalpha.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What is sent back.
 *
 * @param outcome one word for the statistics
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(int status, String contentType, byte[] body, Map<String, String> headers, String outcome) {

    private static final String JSON = "application/json;charset=utf-8";

    static Answer json(int status, byte[] body, String outcome) {
        return new Answer(status, JSON, body, Map.of(), outcome);
    }

    static Answer json(int status, String body, String outcome) {
        return json(status, body.getBytes(StandardCharsets.UTF_8), outcome);
    }

    static Answer text(int status, String contentType, String body, String outcome) {
        return new Answer(status, contentType, body.getBytes(StandardCharsets.UTF_8), Map.of(), outcome);
    }

    Answer withHeader(String name, String value) {
        return new Answer(status, contentType, body, Map.of(name, value), outcome);
    }
}
