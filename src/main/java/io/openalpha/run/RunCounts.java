package io.openalpha.run;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run, or a shard of it, has counted over all its executions.
 *
 * @param items of its longest step
 * @param counts of all its steps, by name, such as {@code collected.yahoo}
 * @param failures symbols that failed in the end, by reason
 * @param account null for a job that asks for no symbols
 */
public record RunCounts(
        long items,
        Map<String, Long> counts,
        Map<String, Long> failures,
        @Nullable SymbolAccount account) {

    /** Of an execution that was followed by another one, whose counts go on. */
    static final RunCounts NONE = new RunCounts(0, Map.of(), Map.of(), null);

    public RunCounts {
        counts = Map.copyOf(counts);
        failures = Map.copyOf(failures);
    }

    static RunCounts of(long items, Map<String, Long> counts, Map<String, Long> failures) {
        Map<String, Long> others = new TreeMap<>(counts);
        others.remove(Progress.ASKED);
        return new RunCounts(
                items,
                others,
                failures,
                SymbolAccount.isIn(counts, failures) ? SymbolAccount.of(counts, failures) : null);
    }

    /** Those of two shards together. */
    RunCounts plus(RunCounts other) {
        return new RunCounts(
                items + other.items,
                sum(counts, other.counts),
                sum(failures, other.failures),
                account == null ? other.account : other.account == null ? account : account.plus(other.account));
    }

    static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        Map<String, Long> sums = new TreeMap<>(one);
        other.forEach((name, count) -> sums.merge(name, count, Long::sum));
        return sums;
    }
}
