package io.openalpha.jobs.fetch;

import org.jspecify.annotations.Nullable;

/**
 * Something whose fetch has ended.
 *
 * @param answer what the sources said; null if the fetch was given up because the run ends
 */
public record Fetched<T, A>(T wanted, @Nullable A answer) {}
