package io.openalpha.source;

import io.openalpha.source.guard.FailurePolicy;
import io.openalpha.source.wire.SourceFailure;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Why no source answered.
 *
 * @param bySource the failures by the name of the source, in the order in which they were asked; at least one
 * @param unknownToAll whether the symbol is unknown to every source that lists such symbols, none of them being away
 */
public record SourceFailures(Map<String, SourceFailure> bySource, boolean unknownToAll) {

    /** @throws IllegalArgumentException if there is no failure */
    public SourceFailures {
        if (bySource.isEmpty()) {
            throw new IllegalArgumentException("failures of no source");
        }
        bySource = Collections.unmodifiableMap(new LinkedHashMap<>(bySource));
    }

    /** The failure of one source that was asked. */
    public static SourceFailures of(String source, SourceFailure failure) {
        return new SourceFailures(Map.of(source, failure), false);
    }

    /** The reason of the source that was asked first, as in {@link SourceFailure#reason()}. */
    public String reason() {
        return bySource.values().iterator().next().reason();
    }

    /** What each source answered, for display. */
    public String detail() {
        return bySource.entrySet().stream()
                .map(failure -> failure.getKey() + ": " + failure.getValue().detail())
                .collect(Collectors.joining("; "));
    }

    /** Whether a retry may succeed a little later. */
    public boolean worthRetrying() {
        return bySource.values().stream()
                .anyMatch(failure -> FailurePolicy.of(failure).isRetried());
    }
}
