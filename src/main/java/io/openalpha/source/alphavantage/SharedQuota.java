package io.openalpha.source.alphavantage;

import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.openalpha.source.guard.Limiter;
import io.openalpha.source.guard.SourceCall;
import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure.QuotaSpent;
import io.openalpha.source.wire.SourceFailure.RateLimited;
import io.openalpha.source.wire.SourceFailure.Unavailable;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls a second, a minute and a day, counted in the database for all processes that use it. */
public final class SharedQuota implements Limiter {

    private static final Logger LOG = LoggerFactory.getLogger(SharedQuota.class);

    private final AlphaVantageSettings settings;
    private final QuotaBuckets buckets;
    private final Clock clock;

    public SharedQuota(DataSource database, AlphaVantageSettings settings, Clock clock) {
        this.settings = settings;
        this.buckets = new QuotaBuckets(database, settings);
        this.clock = clock;
    }

    @Override
    public <T> T call(SourceCall<T> call) throws SourceException, InterruptedException {
        try {
            takePermit();
        } catch (RuntimeException e) {
            LOG.debug("Calls to Alpha Vantage cannot be counted", e);
            throw SourceException.notAsked(
                    new Unavailable("calls cannot be counted, for the database does not answer"));
        }
        return call.run();
    }

    private void takePermit() throws SourceException, InterruptedException {
        QuotaDay today = QuotaDay.at(clock.instant());
        Bucket day = buckets.of(today);
        ConsumptionProbe taken = day.tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) {
            String detail = "all %s calls of %s are spent".formatted(settings.callsPerDay(), today.date());
            throw SourceException.notAsked(new QuotaSpent(detail, today.end()));
        }
        if (taken.getRemainingTokens() == settings.callsPerDay() - 1) {
            buckets.removeOld();
        }
        waitForTurn(day);
    }

    /** Waits until this call is the next, or gives it back to the day. */
    private void waitForTurn(Bucket day) throws SourceException, InterruptedException {
        boolean granted = false;
        try {
            granted = buckets.rate().asBlocking().tryConsume(1, settings.permitWait(), BlockingStrategy.PARKING);
        } finally {
            if (!granted) {
                day.addTokens(1);
            }
        }
        if (!granted) {
            String detail = "no call is free within " + settings.permitWait();
            throw SourceException.notAsked(new RateLimited(detail, untilTurn()));
        }
    }

    private Duration untilTurn() {
        long nanos = buckets.rate().estimateAbilityToConsume(1).getNanosToWaitForRefill();
        return Duration.ofNanos(nanos);
    }

    @Override
    public boolean isScarce() {
        try {
            return buckets.of(QuotaDay.at(clock.instant())).getAvailableTokens() <= settings.reserve()
                    || !untilTurn().isZero();
        } catch (RuntimeException e) {
            LOG.debug("Calls to Alpha Vantage cannot be counted", e);
            return true;
        }
    }

    @Override
    public Duration untilAllowed() {
        try {
            QuotaDay today = QuotaDay.at(clock.instant());
            if (buckets.of(today).getAvailableTokens() <= 0) {
                return Duration.between(clock.instant(), today.end());
            }
            Duration wait = untilTurn().minus(settings.permitWait());
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (RuntimeException e) {
            LOG.debug("Calls to Alpha Vantage cannot be counted", e);
            return settings.permitWait();
        }
    }
}
