package io.openalpha.format;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The mappers of OpenAlpha, one for each kind of document. */
public final class Json {

    /**
     * What commands and the API exchange with programs. Names are in snake_case, times and days in ISO 8601, decimals
     * without an exponent; unknown properties are refused.
     */
    public static final JsonMapper MAPPER = configure(JsonMapper.builder()).build();

    private static final JsonMapper INDENTED =
            MAPPER.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** What others write and OpenAlpha reads in part: as {@link #MAPPER}, but unknown properties are skipped. */
    public static final JsonMapper LENIENT = MAPPER.rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * What sources answer: {@code NaN} and {@code Infinity} are numbers, and a name that an object has twice is
     * refused.
     */
    public static final JsonMapper ANSWERS = LENIENT.rebuild()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Large answers, read token by token: without the check for duplicates, which costs more than the reading. */
    public static final JsonMapper LARGE_ANSWERS = ANSWERS.rebuild()
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    /**
     * What is stored and read again by earlier and later releases: indented, with names and order as in the records.
     * Unknown properties are skipped, and a list that is missing is empty.
     */
    public static final JsonMapper STORED = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .withConfigOverride(
                    List.class, list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    private Json() {}

    /** Applies the conventions of {@link #MAPPER} to a mapper under construction; returns it. */
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
