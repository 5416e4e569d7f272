package io.openalpha.app;

import io.openalpha.market.SeriesHealth;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Prints what the check of the stored bars found. */
final class HealthFormat {

    private static final String ROW = "%-10s %-10s %-10s %8s %6s %7s %12s %9s %7s  %s%n";

    private HealthFormat() {}

    static void printJson(List<SeriesHealth> all, PrintWriter out) {
        List<Map<String, @Nullable Object>> symbols =
                all.stream().map(HealthFormat::wire).toList();
        Map<String, Object> report = new TreeMap<>(totals(all));
        report.put("clean", all.stream().allMatch(SeriesHealth::isClean));
        report.put("by_symbol", symbols);
        PrettyJson.print(report, out);
        out.flush();
    }

    /** The totals, and a line for each symbol that somebody should look at or that lacks days. */
    static void print(List<SeriesHealth> all, PrintWriter out) {
        List<SeriesHealth> shown = all.stream()
                .filter(health -> !health.isClean() || health.lacking() > 0 || health.repaired() > 0)
                .toList();
        if (!shown.isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    ROW,
                    "SYMBOL",
                    "FIRST",
                    "LAST",
                    "BARS",
                    "GAPS",
                    "ABSENT",
                    "QUARANTINED",
                    "RESTATED",
                    "BEHIND",
                    "");
            shown.forEach(health -> printRow(health, out));
        }
        totals(all).forEach((name, count) -> out.printf(Locale.ROOT, "%-14s %,d%n", name.replace('_', ' '), count));
        long unclean = all.stream().filter(health -> !health.isClean()).count();
        if (all.stream().anyMatch(SeriesHealth::isInConflict)) {
            out.println("Where the source is right, 'openalpha backfill SYMBOL --accept' replaces what is stored.");
        }
        out.println(unclean == 0 ? "All clean." : "%s symbols want a look.".formatted(unclean));
        out.flush();
    }

    private static void printRow(SeriesHealth health, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                ROW,
                health.symbol(),
                Objects.requireNonNullElse(health.first(), "-"),
                Objects.requireNonNullElse(health.last(), "-"),
                health.bars(),
                health.gaps(),
                health.absent(),
                health.quarantined(),
                health.restatements(),
                health.behind(),
                remark(health));
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

    private static Map<String, Long> totals(List<SeriesHealth> all) {
        Map<String, Long> totals = new TreeMap<>();
        totals.put("symbols", (long) all.size());
        totals.put("without_bars", all.stream().filter(SeriesHealth::isEmpty).count());
        totals.put("stale", all.stream().filter(SeriesHealth::isStale).count());
        totals.put("sparse", all.stream().filter(SeriesHealth::isSparse).count());
        totals.put("as_traded", all.stream().filter(SeriesHealth::asTraded).count());
        totals.put(
                "in_conflict", all.stream().filter(SeriesHealth::isInConflict).count());
        totals.put("repaired", sum(all, SeriesHealth::repaired));
        totals.put("bars", sum(all, SeriesHealth::bars));
        totals.put("gaps", sum(all, SeriesHealth::gaps));
        totals.put("unasked", sum(all, SeriesHealth::unasked));
        totals.put("absent", sum(all, SeriesHealth::absent));
        totals.put("quarantined", sum(all, SeriesHealth::quarantined));
        totals.put("restatements", sum(all, SeriesHealth::restatements));
        return totals;
    }

    private static long sum(List<SeriesHealth> all, ToLongFunction<SeriesHealth> count) {
        return all.stream().mapToLong(count).sum();
    }

    private static Map<String, @Nullable Object> wire(SeriesHealth health) {
        Map<String, @Nullable Object> row = new TreeMap<>();
        row.put("symbol", health.symbol().name());
        row.put("first", health.first());
        row.put("last", health.last());
        row.put("bars", health.bars());
        row.put("gaps", health.gaps());
        row.put("unasked", health.unasked());
        row.put("absent", health.absent());
        row.put("quarantined", health.quarantined());
        row.put("restatements", health.restatements());
        row.put("behind", health.behind());
        row.put("as_traded", health.asTraded());
        row.put("repaired", health.repaired());
        row.put("conflict", health.conflict());
        row.put("clean", health.isClean());
        return row;
    }
}
