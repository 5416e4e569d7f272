package io.openalpha.ml.model;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads what the store and the registry hold about models: {@code manifest.json}, indented, its fields in the order of
 * the records; and the numbers of decisions.
 */
final class ManifestJson {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .withConfigOverride(
                    List.class, list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    private ManifestJson() {}

    static byte[] write(Manifest manifest) {
        return MAPPER.writeValueAsBytes(manifest);
    }

    /** @throws IllegalArgumentException if this is no manifest, or one of a later format; the message says which */
    static Manifest read(byte[] json) {
        Manifest manifest = parse(json);
        if (manifest.format() > Manifest.FORMAT) {
            throw new IllegalArgumentException("the manifest has format %s, and this OpenAlpha reads up to %s"
                    .formatted(manifest.format(), Manifest.FORMAT));
        }
        return manifest;
    }

    private static Manifest parse(byte[] json) {
        try {
            Manifest manifest = MAPPER.readValue(json, Manifest.class);
            Objects.requireNonNull(manifest.model().sha256());
            Objects.requireNonNull(manifest.training().algorithm());
            Objects.requireNonNull(manifest.evaluation());
            manifest.name();
            return manifest;
        } catch (JacksonException | NullPointerException e) {
            throw new IllegalArgumentException("the manifest is not readable", e);
        }
    }
}
