package io.openalpha.source.guard;

import io.openalpha.market.Quote;
import io.openalpha.market.Symbol;
import io.openalpha.source.activity.SourceActivity;
import io.openalpha.source.wire.History;
import io.openalpha.source.wire.HistoryRange;
import io.openalpha.source.wire.MarketDataSource;
import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure.InvalidRequest;
import io.openalpha.source.wire.SourceFailure.RateLimited;
import java.time.Clock;
import java.time.Duration;

/** A source behind, from outside in, its breaker, its retries and its limiter. Safe for use by many threads. */
public final class GuardedSource {

    private final MarketDataSource source;
    private final Limiter limiter;
    private final SourceActivity activity;
    private final Retries retries;
    private final Breaker breaker;
    private final Pause pause;

    /** @param activity records every request and the state of the breaker */
    public GuardedSource(
            MarketDataSource source, Limiter limiter, GuardSettings settings, SourceActivity activity, Clock clock) {
        this.source = source;
        this.limiter = limiter;
        this.activity = activity;
        this.retries = new Retries(settings.retry());
        this.breaker = new Breaker(activity, settings.breaker(), clock);
        this.pause = new Pause(settings.retry().maxPause(), clock);
    }

    /** The name of the source. */
    public String name() {
        return source.name();
    }

    /**
     * The latest quote, after as many attempts as it takes and the settings allow.
     *
     * @throws SourceException the last attempt's failure, or why none was made
     * @throws InterruptedException if the thread was interrupted
     */
    public Quote latest(Symbol symbol) throws SourceException, InterruptedException {
        return guarded(symbol, () -> source.latest(symbol));
    }

    /**
     * Daily bars, after as many attempts as it takes and the settings allow.
     *
     * @throws SourceException the last attempt's failure, or why none was made
     * @throws InterruptedException if the thread was interrupted
     */
    public History history(Symbol symbol, HistoryRange range) throws SourceException, InterruptedException {
        return guarded(symbol, () -> source.history(symbol, range));
    }

    private <T> T guarded(Symbol symbol, SourceCall<T> call) throws SourceException, InterruptedException {
        if (!source.serves(symbol)) {
            throw SourceException.notAsked(new InvalidRequest("%s does not serve %s".formatted(name(), symbol)));
        }
        breaker.enter();
        boolean settled = false;
        try {
            SourceCall<T> watched = new WatchedCall<>(call, activity);
            T answer = retries.call(() -> attempt(watched));
            settled = true;
            breaker.succeeded();
            return answer;
        } catch (SourceException e) {
            settled = true;
            breaker.failed(e);
            throw e;
        } finally {
            if (!settled) {
                breaker.abandoned();
            }
        }
    }

    private <T> T attempt(SourceCall<T> call) throws SourceException, InterruptedException {
        pause.await();
        try {
            return limiter.call(call);
        } catch (SourceException e) {
            if (e.wasAsked() && e.failure() instanceof RateLimited limited && limited.retryAfter() != null) {
                pause.lastFor(limited.retryAfter());
            }
            throw e;
        }
    }

    /** Whether it is left alone because it failed lately. */
    public boolean isAway() {
        return !breaker.isClosed();
    }

    /** Whether calls should be kept for when no other source answers. */
    public boolean isScarce() {
        return isAway() || limiter.isScarce();
    }

    /** How long no call will be let through; zero if one may be now. */
    public Duration untilAvailable() {
        Duration closed = breaker.untilClosed();
        return closed.isZero() ? longer(pause.left(), limiter.untilAllowed()) : closed;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
