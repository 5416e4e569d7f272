package io.openalpha.ops.launch;

import org.jspecify.annotations.Nullable;

/**
 * How far the run of a task got.
 *
 * @param step the step that it is at, or was at last
 * @param items that were committed, of all its steps
 * @param share 0 to 1 of the whole, by items where the job has some and else by steps and parts of them; null while that cannot be told
 */
public record TaskProgress(
        String step, long items, @Nullable Double share) {}
