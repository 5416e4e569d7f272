package io.openalpha.source;

import io.openalpha.database.TestDatabase;
import io.openalpha.source.alphavantage.SharedQuota;
import io.openalpha.source.wire.SourceException;
import java.net.URI;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sources after an hour's work: 100 requests to Yahoo, its breaker open, and a daily quota of 2 in use. */
public final class PlantedSources {

    private PlantedSources() {}

    /** @param calls so many of the quota are used */
    public static void in(TestDatabase database, int calls) {
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        jdbc.sql("""
                        insert into source_requests
                        select date_trunc('hour', now(), 'UTC'), 'yahoo', o.outcome, o.requests, 0, o.requests * 0.125,
                            array_fill(0, array[7]) || array[o.requests] || array_fill(0, array[14])
                        from (values ('answered', 90), ('unavailable', 10)) o(outcome, requests)""").update();
        jdbc.sql("""
                        insert into source_breaker values ('yahoo', 'a', 'open', now(), now() + interval '4 minutes',
                            '5 failures in a row', now())""").update();
        jdbc.sql("insert into source_transitions values (date_trunc('hour', now(), 'UTC'), 'yahoo', 'open', 1)")
                .update();
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
