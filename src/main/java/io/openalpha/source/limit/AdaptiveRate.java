package io.openalpha.source.limit;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.openalpha.source.guard.Limiter;
import io.openalpha.source.guard.SourceCall;
import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure.RateLimited;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * So many calls a second, half as many each time the source says that they were too many, and slowly more again with
 * each success. Calls that were under way together halve the rate once.
 */
public final class AdaptiveRate implements Limiter {

    /** The rate from which halving starts where none is configured. */
    static final int ASSUMED_RATE = 20;

    /** Successful calls after which the rate grows by one call a second. */
    static final int SUCCESSES_A_STEP = 10;

    private static final Logger LOG = LoggerFactory.getLogger(AdaptiveRate.class);

    private final String source;
    private final boolean unlimitedAtCeiling;
    private final int ceiling;
    private final Duration permitWait;
    private final RateLimiter limiter;
    private boolean limited;
    private int rate;
    private int successes;
    private long slowdowns;

    /**
     * @param source its name, for the log
     * @param rate calls a second, 0 for no limit until the source asks for one
     * @param permitWait longest that a call waits for its turn
     */
    public AdaptiveRate(String source, int rate, Duration permitWait) {
        this.source = source;
        this.unlimitedAtCeiling = rate == 0;
        this.limited = !unlimitedAtCeiling;
        this.ceiling = unlimitedAtCeiling ? ASSUMED_RATE : rate;
        this.rate = ceiling;
        this.permitWait = permitWait;
        this.limiter = RateLimiter.of(
                source,
                RateLimiterConfig.custom()
                        .limitRefreshPeriod(Duration.ofSeconds(1))
                        .limitForPeriod(ceiling)
                        .timeoutDuration(permitWait)
                        .build());
    }

    @Override
    public <T> T call(SourceCall<T> call) throws SourceException, InterruptedException {
        long before = permit();
        try {
            T answer = call.run();
            succeeded();
            return answer;
        } catch (SourceException e) {
            if (e.failure() instanceof RateLimited) {
                slowDown(before);
            }
            throw e;
        }
    }

    private long permit() throws SourceException, InterruptedException {
        if (isLimited()) {
            long wait = limiter.reservePermission();
            if (wait < 0) {
                throw SourceException.notAsked(
                        new RateLimited("no call to %s is free within %s".formatted(source, permitWait), null));
            }
            TimeUnit.NANOSECONDS.sleep(wait);
        }
        return slowdowns();
    }

    private synchronized void slowDown(long before) {
        if (before != slowdowns) {
            return;
        }
        slowdowns++;
        limited = true;
        changeTo(Math.max(1, rate / 2));
        LOG.warn("{} wants fewer calls, now {} a second", source, rate);
    }

    private synchronized void succeeded() {
        if (rate == ceiling || ++successes < SUCCESSES_A_STEP) {
            return;
        }
        changeTo(rate + 1);
        limited = rate < ceiling || !unlimitedAtCeiling;
    }

    private void changeTo(int newRate) {
        rate = newRate;
        successes = 0;
        limiter.changeLimitForPeriod(newRate);
    }

    private synchronized boolean isLimited() {
        return limited;
    }

    private synchronized long slowdowns() {
        return slowdowns;
    }

    /** Calls a second now; 0 for no limit. */
    synchronized int rate() {
        return limited ? rate : 0;
    }

    @Override
    public boolean isScarce() {
        return false;
    }

    @Override
    public Duration untilAllowed() {
        return Duration.ZERO;
    }
}
