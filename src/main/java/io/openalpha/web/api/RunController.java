package io.openalpha.web.api;

import io.openalpha.run.ExecutionRecord;
import io.openalpha.run.RunHistory;
import io.openalpha.run.RunId;
import io.openalpha.run.RunQuery;
import io.openalpha.run.RunState;
import io.openalpha.web.problem.ProblemException;
import io.openalpha.web.view.RunDetail;
import io.openalpha.web.view.RunView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/jobs/runs")
@Tag(name = "Jobs")
class RunController {

    private final RunHistory history;

    RunController(RunHistory history) {
        this.history = history;
    }

    @Operation(summary = "What ran, newest first, page by page")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    RunPage runs(
            @Parameter(description = "Of this job only", example = "collect")
                    @RequestParam(name = "job", required = false)
                    @Pattern(regexp = "[a-z-]{1,32}", message = "a job such as collect, backfill or train")
                    @Nullable
                    String job,
            @Parameter(description = "In this state only", example = "failed")
                    @RequestParam(name = "state", required = false)
                    @Nullable
                    RunState state,
            @Parameter(description = "Begun then or later", example = "2026-11-01T00:00:00Z")
                    @RequestParam(name = "since", required = false)
                    @Nullable
                    Instant since,
            @Parameter(description = "Begun before then", example = "2026-12-01T00:00:00Z")
                    @RequestParam(name = "until", required = false)
                    @Nullable
                    Instant until,
            @Parameter(description = "In the message or a parameter such as the run id, in upper or lower case")
                    @RequestParam(name = "text", required = false)
                    @Pattern(regexp = "[^\\p{Cntrl}\\p{Cs}]{1,100}", message = "1 to 100 printable characters")
                    @Nullable
                    String text,
            @Parameter(description = "Older than this execution: 'next' of the page before")
                    @RequestParam(name = "before", required = false)
                    @Nullable
                    Long before,
            @Parameter(description = "At most so many")
                    @RequestParam(name = "limit", defaultValue = "50")
                    @Min(value = 1, message = "1 or more")
                    @Max(value = 500, message = "500 or less")
                    int limit) {
        RunQuery query = new RunQuery(
                job,
                state == null ? Set.of() : Set.of(state),
                since,
                until,
                null,
                text,
                RunQuery.Order.NEWEST,
                before,
                limit + 1);
        return RunPage.of(history.page(query).stream().map(RunView::of).toList(), limit);
    }

    @Operation(summary = "A run: its executions, newest first, and their steps, oldest first")
    @GetMapping(path = "/{run_id}", produces = MediaType.APPLICATION_JSON_VALUE)
    RunDetail run(@Parameter(example = "20261122T101500.123Z") @PathVariable("run_id") RunId run) {
        List<ExecutionRecord> executions = history.executions(run);
        if (executions.isEmpty()) {
            throw new ProblemException(Problems.unknownRun(run));
        }
        return RunDetail.of(executions, history.steps(run));
    }
}
