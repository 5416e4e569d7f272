package io.openalpha.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The executions of a run, of all its shards, as one. */
public final class WholeRun {

    /** Of states that shards are in at the same time the first here is the run's. */
    private static final List<RunState> PRECEDENCE = List.of(
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

    private WholeRun() {}

    /**
     * The runs of these executions, each as if it had been one execution: begun with its first one, with the number of
     * its newest one, at work as long as any of them, and with the counts of all shards. Its state is that of the shard
     * that is furthest from its end, so that only a run whose shards are all done is; {@code STARTING} while a shard
     * has not begun and no other failed or was stopped.
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
        if (executions.size() == 1 && newest.shard().isEmpty()) {
            return newest;
        }
        Collection<ExecutionRecord> shards = executions.stream()
                .collect(Collectors.toMap(
                        ExecutionRecord::shard, Function.identity(), (newer, older) -> newer, TreeMap::new))
                .values();
        ExecutionRecord decisive = Objects.requireNonNull(shards.stream()
                .min(Comparator.comparingInt(shard -> PRECEDENCE.indexOf(shard.state())))
                .orElse(null));
        RunState state = isAwaited(newest, shards) && decisive.state().isDone() ? RunState.STARTING : decisive.state();
        RunCounts counts = shards.stream().map(ExecutionRecord::counts).reduce(RunCounts.NONE, RunCounts::plus);
        return new ExecutionRecord(
                newest.execution(),
                newest.instance(),
                newest.job(),
                newest.runId(),
                "",
                state,
                executions.get(executions.size() - 1).created(),
                state.isOpen() ? null : end(executions),
                state.isOpen() ? null : timeAtWork(executions),
                counts.items(),
                counts,
                decisive.message(),
                executions.size() > shards.size(),
                newest.askedBy(),
                newest.shard().isEmpty() ? newest.share() : null,
                newest.traceId());
    }

    private static boolean isAwaited(ExecutionRecord newest, Collection<ExecutionRecord> shards) {
        return !newest.shard().isEmpty()
                && shards.size() < Shard.of(newest.shard()).count();
    }

    private static @Nullable Instant end(List<ExecutionRecord> executions) {
        return executions.stream()
                .map(ExecutionRecord::ended)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The time in which at least one of the executions was at work. */
    private static @Nullable Duration timeAtWork(List<ExecutionRecord> executions) {
        return executions.stream().anyMatch(one -> one.ended() != null)
                ? TimeAtWork.of(executions.stream()
                        .filter(one -> one.ended() != null)
                        .map(one -> new TimeAtWork.Span(one.created(), Objects.requireNonNull(one.ended())))
                        .toList())
                : null;
    }
}
