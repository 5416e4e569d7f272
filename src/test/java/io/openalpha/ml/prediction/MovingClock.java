package io.openalpha.ml.prediction;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that shows what it is told; at first the day after the last of the synthetic market. */
final class MovingClock extends Clock {

    private volatile Instant now = Instant.parse("2015-08-13T12:00:00Z");

    void show(String time) {
        now = Instant.parse(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
