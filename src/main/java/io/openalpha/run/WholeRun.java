package io.openalpha.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the shards of a run have come to together. */
public final class WholeRun {

    private static final Set<String> AT_WORK = Set.of("STARTED", "STOPPING", "STARTING");

    /** Of states that shards are in at the same time the first here is the run's. */
    private static final List<String> STATES =
            List.of("STARTED", "STOPPING", "STARTING", "UNKNOWN", "FAILED", "STOPPED", "ABANDONED", "COMPLETED");

    private WholeRun() {}

    /**
     * The runs of these executions, each as if it had been one execution: the newest one's number; the sums of items, counts and
     * failures; the state of the shard that is furthest from its end, so that only a run whose shards are all completed is.
     * Where a shard has not begun and no other is amiss, it is {@code STARTING}. A run that is not divided is its newest
     * execution.
     *
     * @param executions all of a run id, newest first
     * @return one a job, in the order of their newest executions
     */
    public static List<ExecutionRecord> of(List<ExecutionRecord> executions) {
        return executions.stream()
                .map(ExecutionRecord::job)
                .distinct()
                .map(job -> sum(
                        executions.stream().filter(one -> one.job().equals(job)).toList()))
                .toList();
    }

    private static ExecutionRecord sum(List<ExecutionRecord> executions) {
        ExecutionRecord newest = executions.get(0);
        if (newest.shard().isEmpty()) {
            return newest;
        }
        List<ExecutionRecord> shards = new ArrayList<>(executions.stream()
                .collect(Collectors.toMap(
                        ExecutionRecord::shard, Function.identity(), (newer, older) -> newer, TreeMap::new))
                .values());
        ExecutionRecord decisive = Objects.requireNonNull(shards.stream()
                .min(Comparator.comparingInt(shard -> STATES.indexOf(shard.status())))
                .orElse(null));
        boolean waiting = decisive.status().equals("COMPLETED")
                && shards.size() < Shard.of(newest.shard()).count();
        String status = waiting ? "STARTING" : decisive.status();
        Instant begun = executions.get(executions.size() - 1).created();
        return new ExecutionRecord(
                newest.execution(),
                newest.job(),
                newest.runId(),
                "",
                status,
                begun,
                AT_WORK.contains(status) ? null : duration(begun, executions),
                executions.stream().mapToLong(ExecutionRecord::items).sum(),
                sum(shards, ExecutionRecord::counts),
                sum(shards, ExecutionRecord::failures),
                decisive.message());
    }

    private static @Nullable Duration duration(Instant begun, Collection<ExecutionRecord> executions) {
        return executions.stream()
                .filter(one -> one.duration() != null)
                .map(one -> Duration.between(begun, one.created().plus(Objects.requireNonNull(one.duration()))))
                .max(Duration::compareTo)
                .orElse(null);
    }

    private static Map<String, Long> sum(
            Collection<ExecutionRecord> shards, Function<ExecutionRecord, Map<String, Long>> figures) {
        Map<String, Long> sums = new TreeMap<>();
        shards.forEach(shard -> figures.apply(shard).forEach((name, count) -> sums.merge(name, count, Long::sum)));
        return sums;
    }
}
