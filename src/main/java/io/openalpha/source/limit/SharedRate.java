package io.openalpha.source.limit;

import io.openalpha.source.guard.Limiter;
import io.openalpha.source.guard.SourceCall;
import io.openalpha.source.limit.PermitTable.Lease;
import io.openalpha.source.limit.Permits.Permit;
import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure.RateLimited;
import io.openalpha.source.wire.SourceFailure.Unavailable;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rate of {@link AdaptiveRate} for all processes together that share a database. Each has its part of the calls a
 * second as permits, and asks for them anew once a second: the database is not asked for a call. A process that falls
 * silent loses its permits to the others.
 */
public final class SharedRate implements Limiter, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SharedRate.class);

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /** How long permits last here; the database keeps them longer, until the last calls are over. */
    private static final Duration LASTING = Duration.ofSeconds(4);

    private static final Duration MARGIN = Duration.ofSeconds(2);

    /** How long a thread waits for a permit before it checks again whether the lease must be renewed. */
    private static final Duration LOOK = Duration.ofSeconds(3);

    private static final Duration SHORTEST_LOOK = Duration.ofMillis(200);

    private final String source;
    private final PermitTable table;
    private final Permits permits = new Permits();
    private final boolean unlimitedAtCeiling;
    private final int ceiling;
    private final Duration permitWait;
    private final AtomicInteger successes = new AtomicInteger();
    private final ReentrantLock renewing = new ReentrantLock();
    private final ReentrantLock watching = new ReentrantLock();
    private volatile State state;
    private volatile boolean first = true;

    /**
     * @param rate calls a second, 0 for no limit until the source asks for one
     * @param permitWait longest that a call waits for its turn
     */
    public SharedRate(DataSource database, String source, int rate, Duration permitWait) {
        this.source = source;
        this.unlimitedAtCeiling = rate == 0;
        this.ceiling = unlimitedAtCeiling ? AdaptiveRate.ASSUMED_RATE : rate;
        this.permitWait = permitWait;
        this.table = new PermitTable(database, source, ceiling, UUID.randomUUID());
        this.state = new State(ceiling, 0, System.nanoTime());
    }

    @Override
    public <T> T call(SourceCall<T> call) throws SourceException, InterruptedException {
        Permit permit = permit();
        long before = state.slowdowns();
        try {
            T answer = call.run();
            successes.incrementAndGet();
            return answer;
        } catch (SourceException e) {
            if (e.failure() instanceof RateLimited) {
                slowDown(before);
            }
            throw e;
        } finally {
            if (permit != null) {
                permits.giveBack(permit);
            }
        }
    }

    /** Null where no limit is in force. */
    private @Nullable Permit permit() throws SourceException, InterruptedException {
        long deadline = System.nanoTime() + permitWait.toNanos();
        while (true) {
            renewIfDue();
            if (unlimitedAtCeiling && state.rate() >= ceiling) {
                return null;
            }
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            Permit permit = take(left);
            if (permit != null) {
                return permit;
            }
            if (left.isNegative() || left.isZero()) {
                throw SourceException.notAsked(
                        new RateLimited("no call to %s is free within %s".formatted(source, permitWait), null));
            }
        }
    }

    /** Of those that wait one wakes up when a lease is due, the others seldom. */
    private @Nullable Permit take(Duration left) throws InterruptedException {
        if (!watching.tryLock()) {
            return permits.take(shorter(left, LOOK));
        }
        try {
            return permits.take(shorter(left, longer(SHORTEST_LOOK, state.untilDue())));
        } finally {
            watching.unlock();
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? b : a;
    }

    /** One thread asks for all. */
    private void renewIfDue() throws SourceException {
        if (state.isDue() && renewing.tryLock()) {
            try {
                if (state.isDue()) {
                    renew();
                }
            } catch (RuntimeException e) {
                LOG.debug("Calls to {} cannot be counted", source, e);
                throw SourceException.notAsked(
                        new Unavailable("calls cannot be counted, for the database does not answer"));
            } finally {
                renewing.unlock();
            }
        }
    }

    private void renew() {
        long now = System.nanoTime();
        int kept = permits.kept();
        int succeeded = successes.getAndSet(0);
        Lease lease = table.renew(first, kept, succeeded, LASTING.plus(MARGIN));
        first = false;
        permits.lease(lease.permits(), lease.share(), now + LASTING.toNanos());
        state = new State(lease.rate(), lease.slowdowns(), now + INTERVAL.toNanos());
    }

    private void slowDown(long before) {
        try {
            int rate = table.slowDown(before);
            if (rate > 0) {
                LOG.warn("{} wants fewer calls, now {} a second from all processes", source, rate);
            }
        } catch (RuntimeException e) {
            LOG.warn("{} allows fewer calls, and the other processes could not be informed", source, e);
        }
        state = state.due();
    }

    /** Calls a second now, from all processes; 0 for no limit. */
    int rate() {
        int rate = state.rate();
        return unlimitedAtCeiling && rate >= ceiling ? 0 : rate;
    }

    @Override
    public boolean isScarce() {
        return false;
    }

    @Override
    public Duration untilAllowed() {
        return Duration.ZERO;
    }

    /** Leaves its permits to the other processes, who need not wait until they lapse. No call may follow. */
    @Override
    public void close() {
        if (first) {
            return;
        }
        try {
            table.leave(Permits.WINDOW);
        } catch (RuntimeException e) {
            LOG.debug("Permits for {} last until they lapse", source, e);
        }
    }

    /** What the database last said, and when to ask again. */
    private record State(int rate, long slowdowns, long dueAt) {

        boolean isDue() {
            return System.nanoTime() - dueAt >= 0;
        }

        Duration untilDue() {
            return Duration.ofNanos(dueAt - System.nanoTime());
        }

        State due() {
            return new State(rate, slowdowns, System.nanoTime());
        }
    }
}
