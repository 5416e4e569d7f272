package io.openalpha.source.activity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what all processes saw of the sources, with one statement each time. */
public final class ActivityReader {

    /** A breaker is ignored when its process has not reported for a minute, unless it is open until a known time. */
    private static final String RECORDS = """
            with asked as (
                select source, outcome, sum(requests)::bigint as requests, sum(retries)::bigint as retries,
                    sum(seconds) as seconds
                from source_requests where hour >= :since group by source, outcome),
            latency as (
                select source, outcome, array_agg(total order by place) as latency from (
                    select r.source, r.outcome, l.place, sum(l.count)::bigint as total
                    from source_requests r, unnest(r.latency) with ordinality l(count, place)
                    where r.hour >= :since group by r.source, r.outcome, l.place) t
                group by source, outcome),
            breaker as (
                select distinct on (source) source, case when open then 'open' when alive then 'half_open' else 'closed' end
                    as state, case when open or alive or state = 'closed' then since else coalesce(until, seen_at) end as since,
                    case when open then until end as until, case when open or alive then reason else '' end as reason
                from (select *, state = 'open' and until > now() as open,
                        state <> 'closed' and seen_at > now() - interval '1 minute' as alive from source_breaker) b
                order by source, open desc, alive desc, since desc)
            select source, a.outcome, a.requests, a.retries, a.seconds, l.latency, b.state, b.since, b.until, b.reason
            from asked a join latency l using (source, outcome) full join breaker b using (source)
            order by source, a.outcome""";

    private final JdbcClient jdbc;

    public ActivityReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was seen in the last so much time, to the hour, source by source in the order of their names. */
    public List<SourceRecord> during(Duration time) {
        return records(OffsetDateTime.now(ZoneOffset.UTC).minus(time));
    }

    /** The totals since the beginning; they never decrease. */
    public List<SourceRecord> ever() {
        return records(OffsetDateTime.MIN);
    }

    private List<SourceRecord> records(OffsetDateTime since) {
        Map<String, SourceRecord> records = new TreeMap<>();
        jdbc.sql(RECORDS).param("since", since).query(row -> {
            String source = row.getString("source");
            SourceRecord record = records.get(source);
            if (record == null) {
                record = new SourceRecord(source, new TreeMap<>(), breaker(row));
                records.put(source, record);
            }
            if (row.getString("outcome") != null) {
                record.requests().put(row.getString("outcome"), counts(row));
            }
        });
        return List.copyOf(records.values());
    }

    /** How often each state was ever entered, by source. */
    public Map<String, Map<BreakerState, Long>> transitions() {
        Map<String, Map<BreakerState, Long>> transitions = new TreeMap<>();
        jdbc.sql("select source, state, sum(transitions)::bigint from source_transitions group by source, state")
                .query(row -> {
                    transitions
                            .computeIfAbsent(row.getString(1), source -> new TreeMap<>())
                            .put(BreakerState.of(row.getString(2)), row.getLong(3));
                });
        return transitions;
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getLong("requests"),
                row.getLong("retries"),
                row.getDouble("seconds"),
                latencies(row.getArray("latency")));
    }

    private static Latencies latencies(Array stored) throws SQLException {
        return new Latencies(Arrays.asList((Long[]) stored.getArray()));
    }

    private static BreakerSnapshot breaker(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return state == null
                ? BreakerSnapshot.CLOSED
                : new BreakerSnapshot(
                        BreakerState.of(state), instant(row, "since"), instant(row, "until"), row.getString("reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
