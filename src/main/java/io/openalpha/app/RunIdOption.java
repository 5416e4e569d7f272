package io.openalpha.app;

import io.openalpha.run.RunId;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which run a command begins or resumes. */
final class RunIdOption {

    @Option(
            names = "--run-id",
            defaultValue = "${env:OPENALPHA_RUN_ID}",
            description = "Resume the run of this id, or give a new run this id. Default: the time of the start.",
            converter = RunIdConverter.class)
    private @Nullable RunId runId;

    boolean isGiven() {
        return runId != null;
    }

    RunId orStartingNow(Clock clock) {
        return runId != null ? runId : RunId.startingNow(clock);
    }
}
