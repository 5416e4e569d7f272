package io.openalpha.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.openalpha.ops.launch.RunControl;
import io.openalpha.run.ExitCode;
import io.openalpha.run.RunEnd;
import io.openalpha.run.RunId;
import io.openalpha.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/admin/jobs/runs/{run_id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Jobs")
class RunActionsController {

    private static final String EXAMPLE = "20261122T101500.123Z";

    private final RunControl control;
    private final AuditedRequests auditedRequests;

    RunActionsController(RunControl control, AuditedRequests auditedRequests) {
        this.control = control;
        this.auditedRequests = auditedRequests;
    }

    @Operation(summary = "Resumes a run that failed or was stopped, after its last committed chunk")
    @ApiResponse(responseCode = "202", description = "It was begun; Location says where its state is")
    @ApiResponse(responseCode = "409", description = "There is nothing to resume")
    @PostMapping("/restart")
    ResponseEntity<TaskStarted> restart(
            @Parameter(example = EXAMPLE) @PathVariable("run_id") RunId run, Principal user) {
        return auditedRequests.of(user, "restart-run", run.value(), () -> {
            String job = jobOf(run);
            try {
                return TaskStarted.accepted(control.restart(job, run, user.getName()), JobController.TASKS);
            } catch (IllegalArgumentException e) {
                throw new ProblemException(Problems.notResumable(e));
            }
        });
    }

    @Operation(summary = "Stops a run after the current chunk; it can be resumed")
    @ApiResponse(responseCode = "202", description = "It was asked")
    @ApiResponse(responseCode = "409", description = "It has ended, or was started on a terminal")
    @PostMapping("/stop")
    ResponseEntity<RunAct> stop(@Parameter(example = EXAMPLE) @PathVariable("run_id") RunId run, Principal user) {
        return auditedRequests.of(user, "stop-run", run.value(), () -> {
            String job = jobOf(run);
            try {
                control.stop(job, run);
            } catch (IllegalArgumentException e) {
                throw new ProblemException(Problems.notStoppable(e));
            }
            return ResponseEntity.accepted().body(new RunAct(run.value(), "it was asked to stop"));
        });
    }

    @Operation(summary = "Abandons an unfinished run")
    @ApiResponse(responseCode = "409", description = "It is at work, or has ended")
    @PostMapping("/abandon")
    RunAct abandon(@Parameter(example = EXAMPLE) @PathVariable("run_id") RunId run, Principal user) {
        return auditedRequests.of(user, "abandon-run", run.value(), () -> {
            RunEnd end = control.abandon(jobOf(run), run);
            if (end.exitCode() != ExitCode.DONE) {
                throw new ProblemException(Problems.notAbandoned(end));
            }
            return new RunAct(run.value(), end.message());
        });
    }

    private String jobOf(RunId run) {
        return control.job(run).orElseThrow(() -> new ProblemException(Problems.unknownRun(run)));
    }

    @Schema(description = "What was done to a run.")
    record RunAct(
            @JsonProperty("run_id") @Schema(example = EXAMPLE)
            String runId,

            @Schema(example = "it was asked to stop") String message) {}
}
