package io.openalpha.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The market's time as ordered. */
record MarketClock(ClockOrder order, Instant orderedAt, InstantSource real) {

    private static final Instant FIRST = Instant.parse("2011-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2059-12-01T00:00:00Z");

    MarketClock(ClockOrder order) {
        this(order, Clock.systemUTC().instant(), Clock.systemUTC());
    }

    /** To the second, held within the years that the market knows. */
    Instant now() {
        Instant now = ordered();
        if (now.isBefore(FIRST)) {
            return FIRST;
        }
        return Instant.ofEpochSecond((now.isAfter(LAST) ? LAST : now).getEpochSecond());
    }

    private Instant ordered() {
        Instant from = order.from();
        if (from == null) {
            return real.instant().plus(order.offset());
        }
        double passed = Duration.between(orderedAt, real.instant()).toMillis() * order.speed();
        return from.plusMillis((long) passed);
    }
}
