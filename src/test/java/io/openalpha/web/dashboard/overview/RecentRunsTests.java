package io.openalpha.web.dashboard.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.run.ExecutionRecord;
import io.openalpha.run.RunCounts;
import io.openalpha.run.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecentRunsTests {

    @Test
    void aSkippedRunHidesNoFailureBeforeIt() {
        RecentRuns runs = RecentRuns.of("collect", List.of(run(2, RunState.SKIPPED), run(1, RunState.FAILED)));

        assertThat(runs.last().state()).isEqualTo(RunState.SKIPPED);
        assertThat(runs.lastThatWorked())
                .hasValueSatisfying(run -> assertThat(run.state()).isEqualTo(RunState.FAILED));
    }

    private static ExecutionRecord run(long number, RunState state) {
        return new ExecutionRecord(
                number,
                number,
                "collect",
                "run-" + number,
                "",
                state,
                Instant.EPOCH,
                Instant.EPOCH,
                Duration.ZERO,
                0,
                new RunCounts(0, Map.of(), Map.of(), null),
                "",
                false,
                null,
                null,
                null);
    }
}
