package io.openalpha.jobs.fetch;

import io.openalpha.run.Progress;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of the symbols that a run was to ask for: {@code asked = had + failed + missing}.
 *
 * @param asked how many it was to ask for
 * @param had how many a source answered, by source
 * @param failed how many failed, by reason
 */
public record RunTally(long asked, Map<String, Long> had, Map<String, Long> failed) {

    /** @param prefix of the counts that tell how many symbols were had of a source, such as {@code collected.} */
    static RunTally of(Map<String, Long> counts, String prefix, Map<String, Long> failed) {
        Map<String, Long> had = new TreeMap<>();
        counts.forEach((name, count) -> {
            if (name.startsWith(prefix)) {
                had.put(name.substring(prefix.length()), count);
            }
        });
        return new RunTally(counts.getOrDefault(Progress.ASKED, 0L), had, new TreeMap<>(failed));
    }

    /** Symbols for which no source could be asked in time. */
    public long missing() {
        return Math.max(0, asked - sum(had) - sum(failed));
    }

    /** Symbols that failed, of all that were to be asked for, 0 to 1. */
    public double failedShare() {
        return asked == 0 ? 0 : (double) sum(failed) / asked;
    }

    /** Such as {@code 497 of 500 symbols (yahoo 496, alphavantage 1), 2 failed (not_found 2), 1 missing}. */
    @Override
    public String toString() {
        return "%s of %s symbols%s%s%s"
                .formatted(
                        sum(had),
                        asked,
                        list(had),
                        failed.isEmpty() ? "" : ", %s failed%s".formatted(sum(failed), list(failed)),
                        missing() == 0 ? "" : ", %s missing".formatted(missing()));
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String list(Map<String, Long> counts) {
        return counts.isEmpty()
                ? ""
                : counts.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
