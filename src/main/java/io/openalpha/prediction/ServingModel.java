package io.openalpha.prediction;

import io.openalpha.feature.LabelSettings;
import io.openalpha.model.VersionName;

/**
 * A model that answers.
 *
 * @param version which one it is
 * @param label what its probabilities are those of, and over how many traded days
 */
public record ServingModel(VersionName version, LabelSettings label) {}
