package io.openalpha.ops.launch;

import io.openalpha.ml.model.ModelVersion;
import io.openalpha.run.RunId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task as it stands.
 *
 * @param run by which the run is resumed, and found in the job repository
 * @param startedAt when the run's process first reported; null before
 * @param endedAt null before its end
 * @param progress null before the first step
 * @param models versions that a training published, newest first
 * @param reason why it failed, or what it waits for; empty when there is nothing to say
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
        @Nullable TaskProgress progress,
        List<ModelVersion> models,
        String reason) {

    public TaskStatus {
        models = List.copyOf(models);
    }
}
