package io.openalpha.source.guard;

import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure.RateLimited;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The time during which a source has asked to be left alone, the same for all threads. */
final class Pause {

    private final Duration longestWait;
    private final Clock clock;
    private final AtomicReference<Instant> until = new AtomicReference<>(Instant.MIN);

    Pause(Duration longestWait, Clock clock) {
        this.longestWait = longestWait;
        this.clock = clock;
    }

    void lastFor(Duration duration) {
        Instant end = clock.instant().plus(duration);
        until.accumulateAndGet(end, (a, b) -> a.isAfter(b) ? a : b);
    }

    /** How much of the pause is left. */
    Duration left() {
        Duration left = Duration.between(clock.instant(), until.get());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Waits until the pause is over.
     *
     * @throws SourceException if it lasts longer than a call may wait
     */
    void await() throws SourceException, InterruptedException {
        Duration left = left();
        if (left.compareTo(longestWait) > 0) {
            throw SourceException.notAsked(new RateLimited(
                    "asked to be left alone until " + clock.instant().plus(left).truncatedTo(ChronoUnit.SECONDS),
                    left));
        }
        TimeUnit.NANOSECONDS.sleep(left.toNanos());
    }
}
