package io.openalpha.app;

import io.openalpha.market.SeriesHealth;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** What the check of the stored bars found. */
record HealthReport(List<SeriesHealth> series) {

    private static final Table<SeriesHealth> COLUMNS = new Table<SeriesHealth>()
            .left("SYMBOL", SeriesHealth::symbol)
            .left("FIRST", SeriesHealth::first)
            .left("LAST", SeriesHealth::last)
            .right("BARS", SeriesHealth::bars)
            .right("GAPS", SeriesHealth::gaps)
            .right("ABSENT", SeriesHealth::absent)
            .right("QUARANTINED", SeriesHealth::quarantined)
            .right("RESTATED", SeriesHealth::restatements)
            .right("BEHIND", SeriesHealth::behind)
            .left("", HealthReport::remark);

    boolean isClean() {
        return series.stream().allMatch(SeriesHealth::isClean);
    }

    void print(Output output, PrintWriter out) {
        if (output.forPrograms()) {
            Map<String, Object> report = new LinkedHashMap<>(totals());
            report.put("clean", isClean());
            report.put("by_symbol", series);
            output.printForPrograms(SeriesHealth.class, series, report);
        } else {
            print(out);
        }
    }

    /** The totals, after a line for each symbol that lacks days or has another fault. */
    private void print(PrintWriter out) {
        List<SeriesHealth> shown = series.stream()
                .filter(health -> !health.isClean() || health.lacking() > 0 || health.repaired() > 0)
                .toList();
        if (!shown.isEmpty()) {
            COLUMNS.print(shown, out);
        }
        totals().forEach((name, count) -> out.printf(Locale.ROOT, "%-14s %,d%n", name.replace('_', ' '), count));
        if (series.stream().anyMatch(SeriesHealth::isInConflict)) {
            out.println("Where the source is right, 'openalpha backfill SYMBOL --accept' replaces what is stored.");
        }
        long faulty = count(health -> !health.isClean());
        out.println(
                faulty == 0
                        ? "All clean."
                        : faulty == 1 ? "1 symbol needs attention." : faulty + " symbols need attention.");
    }

    private Map<String, Long> totals() {
        Map<String, Long> totals = new LinkedHashMap<>();
        totals.put("symbols", (long) series.size());
        totals.put("without_bars", count(SeriesHealth::isEmpty));
        totals.put("stale", count(SeriesHealth::isStale));
        totals.put("sparse", count(SeriesHealth::isSparse));
        totals.put("as_traded", count(SeriesHealth::asTraded));
        totals.put("in_conflict", count(SeriesHealth::isInConflict));
        totals.put("repaired", sum(SeriesHealth::repaired));
        totals.put("bars", sum(SeriesHealth::bars));
        totals.put("gaps", sum(SeriesHealth::gaps));
        totals.put("unasked", sum(SeriesHealth::unasked));
        totals.put("absent", sum(SeriesHealth::absent));
        totals.put("quarantined", sum(SeriesHealth::quarantined));
        totals.put("restatements", sum(SeriesHealth::restatements));
        return totals;
    }

    private long count(Predicate<SeriesHealth> condition) {
        return series.stream().filter(condition).count();
    }

    private long sum(ToLongFunction<SeriesHealth> number) {
        return series.stream().mapToLong(number).sum();
    }

    private static String remark(SeriesHealth health) {
        if (health.isInConflict()) {
            return "in conflict, " + health.conflict();
        }
        if (health.isClean()) {
            return health.lacking() > 0
                    ? "note: the source has no bar either"
                    : "note: %s repaired".formatted(health.repaired());
        }
        if (health.isEmpty()) {
            return "no bars";
        }
        if (health.asTraded()) {
            return "as traded";
        }
        if (health.isStale()) {
            return "stale";
        }
        return health.isSparse() ? "sparse" : "";
    }
}
