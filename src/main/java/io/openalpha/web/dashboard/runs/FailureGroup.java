package io.openalpha.web.dashboard.runs;

import io.openalpha.run.RunFailure;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The symbols of a run that failed for one reason. */
record FailureGroup(String reason, List<RunFailure> failures) {

    /** Whether another attempt may help. */
    public boolean retryable() {
        return failures.get(0).retryable();
    }

    /** By reason, the most frequent first. */
    static List<FailureGroup> of(List<RunFailure> failures) {
        return failures.stream()
                .collect(Collectors.groupingBy(RunFailure::reason, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> new FailureGroup(group.getKey(), group.getValue()))
                .sorted(Comparator.comparingInt(
                        (FailureGroup group) -> -group.failures().size()))
                .toList();
    }
}
