package io.openalpha.ml.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published version of a model.
 *
 * @param publishedAt when it was first seen
 * @param standing whether it serves
 * @param jobInstanceId the training run; null if it was purged from the history, or if there was none
 */
public record ModelVersion(
        VersionName name,
        Instant publishedAt,
        Standing standing,
        Manifest manifest,
        @Nullable Long jobInstanceId) {}
