package io.openalpha.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.openalpha.ops.launch.TaskStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.ResponseEntity;

@Schema(description = "A task that was begun; it goes on by itself.")
record TaskStarted(
        @JsonProperty("task_id") @Schema(example = "train-4k2m9xq1ab")
        String taskId,

        @Schema(example = "pending") String state,

        @JsonProperty("status_url") @Schema(example = "/api/v1/admin/ml/train/status/train-4k2m9xq1ab")
        String statusUrl) {

    /** @param statuses path under which tasks are, ending with a slash */
    static ResponseEntity<TaskStarted> accepted(TaskStatus task, String statuses) {
        String url = statuses + task.id();
        return ResponseEntity.accepted()
                .location(URI.create(url))
                .body(new TaskStarted(task.id().value(), task.state().name().toLowerCase(Locale.ROOT), url));
    }
}
