package io.openalpha.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** How long a run was at work: pauses between executions do not count, and parallel shards count once. */
final class TimeAtWork {

    private TimeAtWork() {}

    /** The time of one execution. */
    record Span(Instant from, Instant to) {}

    /** @param spans in any order */
    static Duration of(List<Span> spans) {
        Duration covered = Duration.ZERO;
        Instant until = Instant.MIN;
        for (Span span : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
            if (span.to().isAfter(until)) {
                Instant from = span.from().isAfter(until) ? span.from() : until;
                covered = covered.plus(Duration.between(from, span.to()));
                until = span.to();
            }
        }
        return covered;
    }
}
