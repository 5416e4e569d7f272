package io.openalpha.source.limit;

import java.time.Duration;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The permits of this process. A permit is free again a second after the call that it was used for has ended. So
 * however long calls are on their way, no more of them arrive within any second than there are permits. Safe for use by
 * many threads.
 */
final class Permits {

    /** What the rate is counted in. */
    static final Duration WINDOW = Duration.ofSeconds(1);

    private final DelayQueue<Permit> waiting = new DelayQueue<>();
    private final DelayQueue<Permit> leaving = new DelayQueue<>();
    private long validUntil = System.nanoTime();
    private int generation;
    /** Permits that wait or are in use; those that leave are not among them. */
    private int circulating;

    private int target;

    /** A permit, or null if none becomes free in time. */
    @Nullable
    Permit take(Duration atMost) throws InterruptedException {
        Permit permit = waiting.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
        return permit == null || !isValid(permit) ? null : permit;
    }

    private synchronized boolean isValid(Permit permit) {
        return permit.generation() == generation && System.nanoTime() - validUntil < 0;
    }

    /** The call has ended. */
    synchronized void giveBack(Permit permit) {
        if (permit.generation() == generation) {
            Permit used = Permit.freeIn(WINDOW, generation);
            if (circulating <= target) {
                waiting.add(used);
            } else {
                circulating--;
                leaving.add(used);
            }
        }
    }

    /** How many cannot be given up now; those that lasted too long without a new lease are lost already. */
    synchronized int kept() {
        if (System.nanoTime() - validUntil >= 0) {
            forgetAll();
        }
        while (circulating > target && waiting.poll() != null) {
            circulating--;
        }
        while (leaving.poll() != null) {
            // It may be another process's from now on.
        }
        return circulating + leaving.size();
    }

    private void forgetAll() {
        generation++;
        waiting.clear();
        leaving.clear();
        circulating = 0;
        target = 0;
    }

    /**
     * Takes up a lease.
     *
     * @param number permits that the process has from now on, no fewer than {@link #kept()} said
     * @param share how many it is to come down to
     * @param until the time of {@link System#nanoTime()} at which they are lost
     */
    synchronized void lease(int number, int share, long until) {
        // Calls of a lease that lapsed may still be on their way.
        Duration delay = circulating + leaving.size() == 0 ? WINDOW : Duration.ZERO;
        for (int more = number - circulating - leaving.size(); more > 0; more--) {
            waiting.add(Permit.freeIn(delay, generation));
            circulating++;
        }
        target = share;
        validUntil = until;
    }

    /** The right to one call. */
    record Permit(long freeAt, int generation) implements Delayed {

        static Permit freeIn(Duration delay, int generation) {
            return new Permit(System.nanoTime() + delay.toNanos(), generation);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(freeAt - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(freeAt - ((Permit) other).freeAt, 0);
        }
    }
}
