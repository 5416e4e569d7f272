package io.openalpha.dashboard.overview;

import io.openalpha.market.BarReader;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the overview asks the database, one statement a method. */
final class OverviewTable {

    private final JdbcClient jdbc;
    private final BarReader bars;

    OverviewTable(JdbcClient jdbc, BarReader bars) {
        this.jdbc = jdbc;
        this.bars = bars;
    }

    /** @param cycle how old the newest quote of a fresh symbol may be */
    Freshness freshness(Duration cycle) {
        BarReader.Mark mark = bars.mark();
        return jdbc.sql("""
                        select count(*) filter (where q.fetched_at >= now() - make_interval(secs => :cycle)) as fresh,
                            count(*) filter (where q.fetched_at < now() - make_interval(secs => :cycle)) as stale,
                            count(*) filter (where q.fetched_at is null) as never, max(q.fetched_at) as newest
                        from symbol s left join lateral (
                            select fetched_at from quote where symbol = s.name order by at desc limit 1) q on true
                        where s.enabled""")
                .param("cycle", cycle.toSeconds())
                .query((row, number) -> {
                    OffsetDateTime newest = row.getObject("newest", OffsetDateTime.class);
                    Instant at = newest == null ? null : newest.toInstant();
                    return new Freshness(
                            row.getLong("fresh"),
                            row.getLong("stale"),
                            row.getLong("never"),
                            at,
                            mark.series(),
                            mark.newest());
                })
                .single();
    }
}
