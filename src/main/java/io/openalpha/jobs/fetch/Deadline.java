package io.openalpha.jobs.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The moment at which a run ends, whatever is missing. */
public record Deadline(Instant at, Clock clock) {

    /** The moment after so much time. */
    public static Deadline in(Duration time, Clock clock) {
        return new Deadline(clock.instant().plus(time), clock);
    }

    boolean passed() {
        return !clock.instant().isBefore(at);
    }

    Duration remaining() {
        Duration left = Duration.between(clock.instant(), at);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
