package io.openalpha.web.dashboard.models;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All versions of an algorithm.
 *
 * @param serving null if none serves
 * @param versions newest first
 * @param trend as JSON, for a chart; null with too few versions for one
 */
record AlgorithmView(
        String name,
        @Nullable ModelLine serving,
        List<ModelLine> versions,
        @Nullable String trend) {}
