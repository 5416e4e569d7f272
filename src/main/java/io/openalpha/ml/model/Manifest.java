package io.openalpha.ml.model;

import tools.jackson.databind.JsonNode;

/**
 * What is known of a version: how it was made and how it was judged. It lies beside the model as {@code manifest.json} and
 * stands in the registry.
 *
 * @param format of this record; raised when a reader must know
 * @param version its name
 * @param model what {@code model.pb} must be, byte for byte
 * @param training how the model was made
 * @param evaluation how it fared out of sample: an object, as the evaluation wrote it
 */
public record Manifest(int format, String version, Digest model, TrainingRecord training, JsonNode evaluation) {

    /** The format that this version of OpenAlpha writes; it reads it and all before. */
    static final int FORMAT = 1;

    /** The version's name, taken apart. */
    public VersionName name() {
        return VersionName.parse(version);
    }
}
