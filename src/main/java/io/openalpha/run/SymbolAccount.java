package io.openalpha.run;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The outcomes of the symbols of a run, over all its executions and shards:
 * {@code asked = had + failed + missing}.
 *
 * @param asked symbols that the run was to ask for
 * @param had symbols of which an answer was stored
 * @param failed symbols that failed, by reason, in the order of the reasons' names
 * @param missing symbols without any answer; while the run is at work those that are still to come
 */
public record SymbolAccount(long asked, long had, Map<String, Long> failed, long missing) {

    public SymbolAccount {
        failed = Collections.unmodifiableMap(new TreeMap<>(failed));
    }

    /** What the counts of stored answers begin with, unless a job calls them otherwise; the source's name follows. */
    public static final String HAD = "had.";

    private static final Pattern STORED = Pattern.compile("(had|collected|backfill)\\..*");

    /** How many symbols failed, for whatever reason. */
    public long failedTotal() {
        return total(failed);
    }

    /** The account of two shards together. */
    SymbolAccount plus(SymbolAccount other) {
        return new SymbolAccount(
                asked + other.asked, had + other.had, RunCounts.sum(failed, other.failed), missing + other.missing);
    }

    /**
     * The account that a run's counts make. A run of an earlier release has not counted what it was to ask for: nothing
     * of it is missing.
     */
    public static SymbolAccount of(Map<String, Long> counts, Map<String, Long> failed) {
        long counted = counts.entrySet().stream()
                .filter(count -> STORED.matcher(count.getKey()).matches())
                .mapToLong(Map.Entry::getValue)
                .sum();
        long failures = total(failed);
        long asked = Math.max(failures, counts.getOrDefault(Progress.ASKED, counted + failures));
        // A symbol that was had in one step and failed in a later one has failed.
        long had = Math.min(counted, asked - failures);
        return new SymbolAccount(asked, had, failed, asked - failures - had);
    }

    /** Whether a run with these counts asks for symbols at all: a training does not. */
    static boolean isIn(Map<String, Long> counts, Map<String, Long> failed) {
        return !failed.isEmpty()
                || counts.keySet().stream()
                        .anyMatch(name -> name.equals(Progress.ASKED)
                                || name.startsWith("failed.")
                                || STORED.matcher(name).matches());
    }

    private static long total(Map<String, Long> failed) {
        return failed.values().stream().mapToLong(Long::longValue).sum();
    }
}
