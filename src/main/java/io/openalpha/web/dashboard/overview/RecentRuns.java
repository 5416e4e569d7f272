package io.openalpha.web.dashboard.overview;

import io.openalpha.run.ExecutionRecord;
import io.openalpha.run.RunState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The last runs of a job, side by side, newest first.
 *
 * @param bars none if it never ran
 */
record RecentRuns(String job, List<Bar> bars) {

    private static final int MOST = 20;
    private static final int LEVELS = 10;

    /**
     * An execution.
     *
     * @param level its duration beside that of the longest, 1 to 10
     */
    record Bar(ExecutionRecord run, long level) {}

    /** @param rows of all jobs, newest first */
    static RecentRuns of(String job, List<ExecutionRecord> rows) {
        List<ExecutionRecord> own =
                rows.stream().filter(row -> row.job().equals(job)).limit(MOST).toList();
        long longest =
                Math.max(1, own.stream().mapToLong(RecentRuns::millis).max().orElse(1));
        List<Bar> bars = own.stream()
                .sorted((one, other) -> Long.compare(other.execution(), one.execution()))
                .map(row -> new Bar(row, Math.max(1, Math.round((double) LEVELS * millis(row) / longest))))
                .toList();
        return new RecentRuns(job, bars);
    }

    /** The newest, which must be. */
    public ExecutionRecord last() {
        return bars.get(0).run();
    }

    /** The newest that was not skipped; empty if there is none. */
    Optional<ExecutionRecord> lastThatWorked() {
        return bars.stream()
                .map(Bar::run)
                .filter(run -> run.state() != RunState.SKIPPED)
                .findFirst();
    }

    private static long millis(ExecutionRecord row) {
        return Math.max(
                0, Objects.requireNonNullElse(row.duration(), Duration.ZERO).toMillis());
    }
}
