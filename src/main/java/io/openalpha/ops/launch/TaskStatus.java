package io.openalpha.ops.launch;

import io.openalpha.ml.model.ModelVersion;
import io.openalpha.run.RunId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The status of a task.
 *
 * @param run by which the run is resumed, and found in the job repository
 * @param startedAt when the run's process first reported; null before
 * @param endedAt null before its end
 * @param progress null before the first step
 * @param models versions that a training published, newest first
 * @param reason why it failed or was skipped, or what it waits for; empty when there is nothing to say
 */
public record TaskStatus(
        TaskId id,
        JobRequest request,
        RunId run,
        TaskState state,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Progress progress,
        List<ModelVersion> models,
        String reason) {

    /**
     * How far the run of a task got.
     *
     * @param step the step that it is at, or was at last
     * @param items that were committed in its longest step
     * @param share 0 to 1 of the whole: by items where the job has some, else by steps and parts of them; null while
     *     it is unknown
     */
    public record Progress(
            String step, long items, @Nullable Double share) {}

    public TaskStatus {
        models = List.copyOf(models);
    }
}
