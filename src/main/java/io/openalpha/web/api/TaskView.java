package io.openalpha.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.openalpha.ops.launch.TaskStatus;
import io.openalpha.web.view.ModelView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

@Schema(name = "Task", description = "A task as it stands.")
record TaskView(
        @JsonProperty("task_id") @Schema(example = "train-4k2m9xq1ab")
        String taskId,

        @Schema(example = "train") String job,

        @JsonProperty("run_id") @Schema(example = "openalpha-train-4k2m9xq1ab")
        String runId,

        @Schema(
                allowableValues = {"pending", "running", "completed", "failed"},
                example = "running")
        String state,

        @JsonProperty("requested_by") @Schema(example = "operator")
        String requestedBy,

        @JsonProperty("requested_at") @Schema(example = "2026-11-22T10:15:00Z")
        Instant requestedAt,

        @JsonProperty("started_at") @Nullable Instant startedAt,
        @JsonProperty("ended_at") @Nullable Instant endedAt,
        @Nullable Progress progress,

        @Schema(description = "What a training published, newest first")
        List<ModelView> models,

        @Schema(example = "", description = "Why it failed or was skipped, or what it waits for")
        String reason) {

    static TaskView of(TaskStatus task) {
        return new TaskView(
                task.id().value(),
                task.request().job(),
                task.run().value(),
                task.state().name().toLowerCase(Locale.ROOT),
                task.requestedBy(),
                task.requestedAt(),
                task.startedAt(),
                task.endedAt(),
                Progress.of(task.progress()),
                task.models().stream().map(ModelView::of).toList(),
                task.reason());
    }

    @Schema(name = "Progress", description = "How far a task got.")
    record Progress(
            @Schema(example = "train") String step,

            @Schema(example = "1200000", description = "What it committed")
            long items,

            @Schema(example = "0.4", description = "0 to 1 of the whole; null while it is unknown") @Nullable
            Double share) {

        static @Nullable Progress of(TaskStatus.@Nullable Progress progress) {
            return progress == null ? null : new Progress(progress.step(), progress.items(), progress.share());
        }
    }
}
