package io.openalpha.source.activity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tables {@code source_requests}, {@code source_transitions} and {@code source_breaker}, as one process writes them.
 */
final class ActivityTable {

    private static final String FOLD_REQUESTS = """
            with old as (delete from source_requests
                where hour < now() - interval '8 days' and hour > '-infinity' returning *)
            insert into source_requests (hour, source, outcome, requests, retries, seconds, latency)
            select '-infinity', o.source, o.outcome, sum(o.requests), sum(o.retries), sum(o.seconds),
                (select array_agg(t.total order by t.place) from (
                    select l.place, sum(l.count)::bigint as total from old, unnest(old.latency) with ordinality l(count, place)
                    where old.source = o.source and old.outcome = o.outcome group by l.place) t)
            from old o group by o.source, o.outcome order by o.source, o.outcome
            on conflict (hour, source, outcome) do update set""" + added();

    private static final String FOLD_TRANSITIONS = """
            with old as (delete from source_transitions
                where hour < now() - interval '8 days' and hour > '-infinity' returning *)
            insert into source_transitions (hour, source, state, transitions)
            select '-infinity', source, state, sum(transitions) from old group by source, state order by source, state
            on conflict (hour, source, state) do update
                set transitions = source_transitions.transitions + excluded.transitions""";

    private final JdbcClient jdbc;
    private final String process;

    /** @param process a name that no other process has */
    ActivityTable(JdbcClient jdbc, String process) {
        this.jdbc = jdbc;
        this.process = process;
    }

    private static String added() {
        return """

                    requests = source_requests.requests + excluded.requests,
                    retries = source_requests.retries + excluded.retries,
                    seconds = source_requests.seconds + excluded.seconds,
                    latency = (select array_agg(coalesce(l.before, 0) + coalesce(l.more, 0) order by l.place)
                        from unnest(source_requests.latency, excluded.latency) with ordinality l(before, more, place))""";
    }

    /** Adds requests, by outcome, to those of this hour. */
    void add(String source, Map<String, Counts> requests) {
        if (requests.isEmpty()) {
            return;
        }
        List<Entry<String, Counts>> rows =
                requests.entrySet().stream().sorted(Entry.comparingByKey()).toList();
        jdbc.sql("""
                        insert into source_requests (hour, source, outcome, requests, retries, seconds, latency)
                        select date_trunc('hour', now(), 'UTC'), :source, r.outcome, r.requests, r.retries, r.seconds,
                            r.latency::bigint[]
                        from unnest(:outcomes::text[], :requests::bigint[], :retries::bigint[],
                            :seconds::double precision[], :latencies::text[])
                            with ordinality r(outcome, requests, retries, seconds, latency, place)
                        order by r.place
                        on conflict (hour, source, outcome) do update set""" + added())
                .param("source", source)
                .param("outcomes", column(rows, Entry::getKey))
                .param("requests", column(rows, row -> row.getValue().requests()))
                .param("retries", column(rows, row -> row.getValue().retries()))
                .param("seconds", column(rows, row -> row.getValue().seconds()))
                .param("latencies", column(rows, row -> row.getValue().latencies().counts().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(",", "{", "}"))))
                .update();
    }

    private static String[] column(List<Entry<String, Counts>> rows, Function<Entry<String, Counts>, Object> value) {
        return rows.stream().map(row -> String.valueOf(value.apply(row))).toArray(String[]::new);
    }

    /** Adds transitions, by the state entered, to those of this hour. */
    void addTransitions(String source, Map<BreakerState, Long> transitions) {
        transitions.forEach((state, count) -> jdbc.sql("""
                        insert into source_transitions (hour, source, state, transitions)
                        values (date_trunc('hour', now(), 'UTC'), :source, :state, :count)
                        on conflict (hour, source, state) do update
                            set transitions = source_transitions.transitions + excluded.transitions""")
                .param("source", source)
                .param("state", state.word())
                .param("count", count)
                .update());
    }

    /** Says how this process's breaker of a source stands now. */
    void save(String source, BreakerSnapshot breaker) {
        jdbc.sql("""
                        insert into source_breaker (source, process, state, since, until, reason, seen_at)
                        values (:source, :process, :state, coalesce(:since, now()), :until, :reason, now())
                        on conflict (source, process) do update set state = excluded.state, since = excluded.since,
                            until = excluded.until, reason = excluded.reason, seen_at = excluded.seen_at""")
                .param("source", source)
                .param("process", process)
                .param("state", breaker.state().word())
                .param("since", utc(breaker.since()))
                .param("until", utc(breaker.until()))
                .param("reason", breaker.reason())
                .update();
    }

    /** Adds up what is old, so that the tables do not grow. */
    void tidy() {
        jdbc.sql(FOLD_REQUESTS).update();
        jdbc.sql(FOLD_TRANSITIONS).update();
        jdbc.sql("""
                        delete from source_breaker where seen_at < now() - interval '1 day'
                            and coalesce(until, seen_at) < now()""").update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
