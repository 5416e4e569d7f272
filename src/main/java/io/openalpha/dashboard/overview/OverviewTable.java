package io.openalpha.dashboard.overview;

import io.openalpha.market.BarReader;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the overview asks the database, one statement a method. */
final class OverviewTable {

    private static final String ANSWERED = "collected.";
    private static final String FAILED = "failed.";

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

    /** What runs of the last day had of their sources, and what they had not. */
    SourceHealth sources() {
        Map<String, Long> answered = new TreeMap<>();
        Map<String, Long> failed = new TreeMap<>();
        jdbc.sql("""
                        select c.key, sum(c.value::bigint) as total
                        from (select distinct job_instance_id from batch_job_execution
                            where create_time >= localtimestamp - interval '1 day') e
                        join run_progress p on p.job_instance_id = e.job_instance_id, jsonb_each_text(p.counts) c
                        where c.key like 'collected.%' or c.key like 'failed.%'
                        group by c.key""").query(row -> {
            String key = row.getString("key");
            boolean good = key.startsWith(ANSWERED);
            (good ? answered : failed).put(key.substring((good ? ANSWERED : FAILED).length()), row.getLong("total"));
        });
        return new SourceHealth(answered, failed);
    }
}
