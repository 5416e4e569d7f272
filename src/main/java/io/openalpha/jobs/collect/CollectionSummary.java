package io.openalpha.jobs.collect;

import io.openalpha.jobs.fetch.Summary;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a run has collected so far.
 *
 * @param collected number of symbols by source
 * @param failed number of symbols by reason
 */
public record CollectionSummary(Map<String, Long> collected, Map<String, Long> failed) implements Summary {

    private static final String COLLECTED = "collected.";

    /** @param counts counts of all steps, of which those named {@code collected.<source>} matter here */
    static CollectionSummary of(Map<String, Long> counts, Map<String, Long> failed) {
        Map<String, Long> collected = new TreeMap<>();
        counts.forEach((name, count) -> {
            if (name.startsWith(COLLECTED)) {
                collected.put(name.substring(COLLECTED.length()), count);
            }
        });
        return new CollectionSummary(collected, failed);
    }

    @Override
    public double failedShare() {
        long failures = sum(failed);
        long all = failures + sum(collected);
        return all == 0 ? 0 : (double) failures / all;
    }

    /** Such as {@code Collected 498 of 500 symbols (yahoo 497, alphavantage 1), 2 failed (not_found 2)}. */
    @Override
    public String toString() {
        long failures = sum(failed);
        long all = failures + sum(collected);
        return "Collected %s of %s symbols%s%s"
                .formatted(
                        all - failures,
                        all,
                        list(collected),
                        failures == 0 ? "" : ", " + failures + " failed" + list(failed));
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
