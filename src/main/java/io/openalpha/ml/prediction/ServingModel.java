package io.openalpha.ml.prediction;

import io.openalpha.ml.feature.LabelSettings;
import io.openalpha.ml.model.VersionName;

/**
 * A model that answers.
 *
 * @param version which one it is
 * @param label what its probabilities are those of, and over how many traded days
 */
public record ServingModel(VersionName version, LabelSettings label) {}
