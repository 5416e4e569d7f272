package io.openalpha.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the lock of a job for a run; while another run holds it, waits for as long as the settings allow. */
final class Turn {

    private static final Logger LOG = LoggerFactory.getLogger(Turn.class);
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private final RunLocks locks;
    private final StopSignal stop;
    private final Duration longest;
    private final Clock clock;

    /** @param longest zero for not waiting */
    Turn(RunLocks locks, StopSignal stop, Duration longest, Clock clock) {
        this.locks = locks;
        this.stop = stop;
        this.longest = longest;
        this.clock = clock;
    }

    /** Whether a run waits for another one at all. */
    boolean isAwaited() {
        return !longest.isZero();
    }

    /**
     * Logs the holder of the lock at once and then every minute.
     *
     * @throws RunRefusedException if another run holds the lock when the time is over, if a stop is asked for, or as
     *     {@link RunLocks#acquire} does
     */
    RunLock acquire(String job, RunId run, Shard shard) throws RunRefusedException, InterruptedException {
        Instant end = clock.instant().plus(longest);
        Instant next = Instant.MIN;
        while (true) {
            try {
                return locks.acquire(job, run, shard);
            } catch (RunRefusedException e) {
                Instant now = clock.instant();
                if (!e.isLocked() || !now.isBefore(end)) {
                    throw e;
                }
                if (!now.isBefore(next)) {
                    LOG.info("{}; this run waits for its end, {} s at most", e.getMessage(), seconds(now, end));
                    next = now.plus(BETWEEN_LINES);
                }
            }
            // Asking for the lock has taken a second.
            if (stop.await(Duration.ZERO)) {
                throw RunRefusedException.stopped(job);
            }
        }
    }

    private static long seconds(Instant now, Instant end) {
        return Math.max(1, Duration.between(now, end).toSeconds());
    }
}
