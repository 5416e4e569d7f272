package io.openalpha.web.view;

import io.openalpha.run.ExecutionRecord;
import io.openalpha.run.StepRecord;
import io.openalpha.run.WholeRun;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A run with its executions and their steps. */
@Schema(name = "RunDetail", description = "A run with all that was done for it.")
public record RunDetail(
        @Schema(description = "All its executions and shards together; one a job that had a run of this id")
        List<RunView> whole,

        List<RunView> executions,
        List<StepView> steps) {

    /** @param steps of the executions; those of other ones are left out */
    public static RunDetail of(List<ExecutionRecord> executions, List<StepRecord> steps) {
        return new RunDetail(
                WholeRun.of(executions).stream().map(RunView::of).toList(),
                executions.stream().map(RunView::of).toList(),
                steps.stream()
                        .filter(step -> executions.stream().anyMatch(one -> one.execution() == step.execution()))
                        .map(StepView::of)
                        .toList());
    }
}
