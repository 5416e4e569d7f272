package io.openalpha.ml.model;

import io.openalpha.ml.evaluation.Assessment;

/**
 * What is known of a version: how it was made and how it was judged. It lies beside the model as {@code manifest.json}
 * and stands in the registry.
 *
 * @param format of this record; raised when a reader must know
 * @param version its name
 * @param model what {@code model.pb} must be, byte for byte
 * @param training how the model was made
 * @param evaluation what the training found out about it
 */
public record Manifest(int format, String version, Digest model, TrainingRecord training, Assessment evaluation) {

    /** The format that this version of OpenAlpha writes; it reads this one and all earlier ones. */
    static final int FORMAT = 1;

    /** The version's name, taken apart. */
    public VersionName name() {
        return VersionName.parse(version);
    }
}
