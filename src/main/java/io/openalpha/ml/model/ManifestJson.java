package io.openalpha.ml.model;

import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads {@code manifest.json}: indented, its fields in the order of the records. */
final class ManifestJson {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
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
            manifest.name();
            return manifest;
        } catch (JacksonException | NullPointerException e) {
            throw new IllegalArgumentException("the manifest is not readable", e);
        }
    }
}
