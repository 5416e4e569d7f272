package io.openalpha.web.dashboard.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run could not have for one reason.
 *
 * @param retryable whether another attempt may help
 */
record FailureGroup(String reason, boolean retryable, List<Item> items) {

    /** A symbol, and what the source said of it. */
    record Item(String symbol, String detail) {}

    /** One row of the view {@code run_failure}. */
    record Row(String reason, boolean retryable, Item item) {}

    /** By reason, the most frequent first. */
    static List<FailureGroup> of(List<Row> rows) {
        Map<String, FailureGroup> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(
                        row.reason(), reason -> new FailureGroup(reason, row.retryable(), new ArrayList<>()))
                .items()
                .add(row.item()));
        return groups.values().stream()
                .sorted((one, other) -> other.items().size() - one.items().size())
                .toList();
    }
}
