package io.openalpha.source;

import io.openalpha.database.TestDatabase;
import io.openalpha.source.activity.BreakerState;
import io.openalpha.source.activity.SeenActivity;
import io.openalpha.source.activity.SourceActivity;
import io.openalpha.source.alphavantage.SharedQuota;
import io.openalpha.source.wire.SourceException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Sources after an hour's work: 100 requests to Yahoo, its breaker open, and a daily quota of 2 in use. */
public final class PlantedSources {

    private PlantedSources() {}

    /** @param calls so many of the quota are used */
    public static void in(TestDatabase database, int calls) {
        SeenActivity.store(database.dataSource(), "a", log -> {
            SourceActivity yahoo = log.of("yahoo");
            for (int request = 0; request < 100; request++) {
                yahoo.requested(
                        request < 90 ? "answered" : "unavailable",
                        Duration.ofMillis(125).toNanos(),
                        false);
            }
            yahoo.breaker(BreakerState.OPEN, Instant.now().plus(Duration.ofMinutes(4)), "5 failures in a row");
        });
        SharedQuota quota = new SharedQuota(
                database.dataSource(),
                Settings.alphaVantage(URI.create("http://localhost"), "key", 2),
                Clock.systemUTC());
        try {
            for (int call = 0; call < calls; call++) {
                quota.call(() -> "IBM");
            }
        } catch (SourceException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
