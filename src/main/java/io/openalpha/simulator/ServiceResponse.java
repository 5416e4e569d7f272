package io.openalpha.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What is sent back.
 *
 * @param outcome one word for the statistics
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ServiceResponse(int status, String contentType, byte[] body, Map<String, String> headers, String outcome) {

    private static final String JSON = "application/json;charset=utf-8";

    static ServiceResponse json(int status, byte[] body, String outcome) {
        return new ServiceResponse(status, JSON, body, Map.of(), outcome);
    }

    static ServiceResponse json(int status, String body, String outcome) {
        return json(status, body.getBytes(StandardCharsets.UTF_8), outcome);
    }

    static ServiceResponse text(int status, String contentType, String body, String outcome) {
        return new ServiceResponse(status, contentType, body.getBytes(StandardCharsets.UTF_8), Map.of(), outcome);
    }

    ServiceResponse withHeader(String name, String value) {
        return new ServiceResponse(status, contentType, body, Map.of(name, value), outcome);
    }
}
