package io.openalpha.jobs.backfill;

import io.openalpha.jobs.fetch.Summary;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a backfill has done so far.
 *
 * @param counts of all steps, by name
 * @param failed number of symbols by reason
 */
record BackfillSummary(Map<String, Long> counts, Map<String, Long> failed) implements Summary {

    @Override
    public double failedShare() {
        long failures = failures();
        long all = failures + symbols();
        return all == 0 ? 0 : (double) failures / all;
    }

    private long symbols() {
        return symbols("backfill.");
    }

    private long symbols(String step) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().startsWith(step))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private long failures() {
        return failed.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Such as {@code Backfilled 500 symbols, 1258000 bars (9 symbols asked again for days that they lack), 3 restated, 2 bars
     * quarantined, 1 failed (not_found 1)}.
     */
    @Override
    public String toString() {
        String reasons = failed.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", ", " (", ")"));
        long again = symbols("gaps.");
        return "Backfilled %s symbols, %s bars%s, %s restated, %s bars quarantined%s"
                .formatted(
                        symbols(),
                        count("bars"),
                        again == 0 ? "" : " (%s symbols asked again for days that they lack)".formatted(again),
                        count("restated"),
                        count("quarantined"),
                        failed.isEmpty() ? "" : ", %s failed%s".formatted(failures(), reasons));
    }

    private long count(String name) {
        return counts.getOrDefault(name, 0L);
    }
}
