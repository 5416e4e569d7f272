package io.openalpha.web.dashboard.runs;

import io.openalpha.run.Shard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The shards of a run as one row. */
final class ShardSum {

    /** Of states that shards are in at the same time the first here is the run's. */
    private static final List<RunState> STATES = List.of(
            RunState.STARTED,
            RunState.STOPPING,
            RunState.STARTING,
            RunState.LOST,
            RunState.UNKNOWN,
            RunState.FAILED,
            RunState.STOPPED,
            RunState.ABANDONED,
            RunState.SKIPPED,
            RunState.COMPLETED);

    private ShardSum() {}

    /**
     * The newest execution where the run is not divided; otherwise the sum, in the state of the shard that is furthest from its
     * end, or {@code STARTING} while one has not begun and nothing else is amiss.
     *
     * @param executions all of one run, newest first; at least one
     */
    static RunRow of(List<RunRow> executions) {
        RunRow newest = executions.get(0);
        if (newest.shard().isEmpty()) {
            return newest;
        }
        Map<String, RunRow> last = new LinkedHashMap<>();
        executions.forEach(row -> last.putIfAbsent(row.shard(), row));
        List<RunRow> shards = new ArrayList<>(last.values());
        shards.sort(Comparator.comparingInt(row -> STATES.indexOf(row.state())));
        RunRow decisive = shards.get(0);
        boolean waiting = decisive.state() == RunState.COMPLETED
                && shards.size() < Shard.of(newest.shard()).count();
        RunState state = waiting ? RunState.STARTING : decisive.state();
        return new RunRow(
                newest.execution(),
                newest.job(),
                newest.runId(),
                "",
                state,
                executions.get(executions.size() - 1).created(),
                state.isAtWork() ? null : end(shards),
                executions.stream().mapToLong(RunRow::items).sum(),
                shards.stream().mapToLong(RunRow::failed).sum(),
                decisive.message(),
                executions.size() > shards.size(),
                newest.askedBy(),
                null);
    }

    private static @Nullable Instant end(List<RunRow> shards) {
        return shards.stream()
                .map(RunRow::ended)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
