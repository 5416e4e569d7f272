package io.openalpha.format;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON that commands and the API exchange with programs. Names are in snake_case, times and days in ISO 8601, decimals
 * without an exponent; unknown properties are refused.
 */
public final class Json {

    public static final JsonMapper MAPPER = configure(JsonMapper.builder()).build();

    private static final JsonMapper INDENTED =
            MAPPER.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    /** Applies the conventions above to a mapper that somebody else builds; returns it. */
    public static JsonMapper.Builder configure(JsonMapper.Builder mapper) {
        return mapper.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** A value as indented JSON, without a line end after it. */
    public static String indented(Object value) {
        return INDENTED.writeValueAsString(value);
    }
}
