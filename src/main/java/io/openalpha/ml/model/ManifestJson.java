package io.openalpha.ml.model;

import io.openalpha.format.Json;
import java.util.Objects;
import tools.jackson.core.JacksonException;

/** Writes and reads {@code manifest.json}, as the store and the registry hold it. */
final class ManifestJson {

    private ManifestJson() {}

    static byte[] write(Manifest manifest) {
        return Json.STORED.writeValueAsBytes(manifest);
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
            Manifest manifest = Json.STORED.readValue(json, Manifest.class);
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
