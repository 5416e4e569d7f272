package io.openalpha.web.view;

import io.openalpha.run.StepRecord;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One step of an execution. */
@Schema(name = "Step", description = "One step of an execution.")
public record StepView(
        @Schema(example = "4711") long execution,
        @Schema(example = "fetch") String step,
        @Schema(example = "completed") String state,
        @Schema(example = "40.2") @Nullable Double seconds,

        @Schema(example = "503", description = "What it committed")
        long items,

        @Schema(example = "11") long chunks,

        @Schema(example = "0", description = "Chunks that were not committed")
        long rollbacks,

        @Schema(example = "") String message) {

    public static StepView of(StepRecord step) {
        return new StepView(
                step.execution(),
                step.step(),
                step.state().name().toLowerCase(Locale.ROOT),
                RunView.seconds(step.duration()),
                step.items(),
                step.chunks(),
                step.rollbacks(),
                step.message());
    }
}
