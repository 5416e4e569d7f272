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
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/jobs")
@Tag(name = "Jobs")
class JobController {

    static final String TASKS = "/api/v1/admin/jobs/tasks/";

    private final Tasks tasks;
    private final AuditedRequests auditedRequests;

    JobController(Tasks tasks, AuditedRequests auditedRequests) {
        this.tasks = tasks;
        this.auditedRequests = auditedRequests;
    }

    @Operation(summary = "Starts a job, and answers at once: collect, backfill or train")
    @ApiResponse(responseCode = "202", description = "It was begun; Location says where its state is")
    @PostMapping(path = "/{job}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TaskStarted> start(
            @Parameter(example = "collect") @PathVariable("job") String job,
            @RequestBody(required = false) @Nullable JobOrder order,
            Principal user) {
        return auditedRequests.of(user, "start-job", Problems.shown(job), () -> {
            JobRequest request = (order == null ? JobOrder.PLAIN : order).request(job);
            return TaskStarted.accepted(tasks.start(request, user.getName()), TASKS);
        });
    }

    @Operation(summary = "A task as it stands")
    @GetMapping(path = "/tasks/{task_id}", produces = MediaType.APPLICATION_JSON_VALUE)
    TaskView task(@Parameter(example = "collect-4k2m9xq1ab") @PathVariable("task_id") TaskId task) {
        return tasks.status(task)
                .map(TaskView::of)
                .orElseThrow(() -> new ProblemException(Problems.unknownTask(task.value())));
    }
}
