package io.openalpha.ml.prediction;

import io.openalpha.ml.model.VersionName;
import java.time.Instant;

/**
 * A version that is to serve and does not.
 *
 * @param problem why, one sentence
 * @param since when it was first noticed
 */
public record ModelProblem(VersionName version, String problem, Instant since) {}
