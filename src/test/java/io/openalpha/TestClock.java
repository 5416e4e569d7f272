package io.openalpha;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock of tests, in UTC: it stands still or runs, and a test sets it or moves it on. Safe for use by several
 * threads.
 */
public final class TestClock extends Clock {

    private final InstantSource base;
    private volatile Duration ahead = Duration.ZERO;

    private TestClock(InstantSource base) {
        this.base = base;
    }

    /** Shows this time until it is changed. */
    public static TestClock standingAt(String instant) {
        return new TestClock(InstantSource.fixed(Instant.parse(instant)));
    }

    /** Runs with the system's clock, from the same time. */
    public static TestClock running() {
        return new TestClock(InstantSource.system());
    }

    public void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    public void set(Instant now) {
        ahead = Duration.between(base.instant(), now);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("only UTC");
    }
}
