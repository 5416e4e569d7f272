package io.openalpha.web.api;

import io.openalpha.ops.launch.JobRequest;
import io.openalpha.ops.launch.TaskId;
import io.openalpha.ops.launch.Tasks;
import io.openalpha.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/ml/train")
@Tag(name = "Training")
class TrainingController {

    private static final String STATUSES = "/api/v1/admin/ml/train/status/";

    private final Tasks tasks;
    private final AuditedRequests auditedRequests;

    TrainingController(Tasks tasks, AuditedRequests auditedRequests) {
        this.tasks = tasks;
        this.auditedRequests = auditedRequests;
    }

    @Operation(summary = "Starts a training, and answers at once")
    @ApiResponse(responseCode = "202", description = "It was begun; Location says where its state is")
    @ApiResponse(
            responseCode = "429",
            description =
                    "A training is at work, or has just been: task_id names it, and Retry-After says how long to wait")
    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TaskStarted> train(Principal user) {
        return auditedRequests.of(
                user,
                JobRequest.train().job(),
                "",
                () -> TaskStarted.accepted(tasks.start(JobRequest.train(), user.getName()), STATUSES));
    }

    @Operation(summary = "A training as it stands, with the models that it made")
    @GetMapping(path = "/status/{task_id}", produces = MediaType.APPLICATION_JSON_VALUE)
    TaskView status(@Parameter(example = "train-4k2m9xq1ab") @PathVariable("task_id") TaskId task) {
        return tasks.status(task)
                .map(TaskView::of)
                .orElseThrow(() -> new ProblemException(Problems.unknownTask(task.value())));
    }
}
