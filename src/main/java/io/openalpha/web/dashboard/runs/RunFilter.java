package io.openalpha.web.dashboard.runs;

import io.openalpha.run.RunQuery;
import io.openalpha.run.RunState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which executions to show. Empty texts count as none.
 *
 * @param job of this job only
 * @param state in this state only, such as {@code failed}
 * @param period begun in the last so many days; 0 for all
 * @param since begun on this day or later, UTC
 * @param until begun on this day or earlier, UTC
 * @param longer that took at least so many seconds
 * @param text in the run id, the message or a parameter
 * @param order {@code newest}, {@code oldest} or {@code longest} first
 * @param after the last execution of the page before
 */
record RunFilter(
        @Nullable String job,
        @Nullable String state,
        @Nullable Integer period,

        @Nullable LocalDate since,

        @Nullable LocalDate until,

        @Nullable Integer longer,
        @Nullable String text,
        @Nullable String order,
        @Nullable Long after) {

    private static final Map<String, Set<RunState>> FILTERED = filtered();
    static final List<String> STATES = List.copyOf(FILTERED.keySet());

    private static Map<String, Set<RunState>> filtered() {
        Map<String, Set<RunState>> states = new LinkedHashMap<>();
        for (RunState state : List.of(RunState.COMPLETED, RunState.SKIPPED, RunState.FAILED, RunState.STOPPED)) {
            states.put(state.word(), Set.of(state));
        }
        states.put(RunState.STARTED.word(), Set.of(RunState.STARTING, RunState.STARTED, RunState.STOPPING));
        states.put(RunState.LOST.word(), Set.of(RunState.LOST));
        states.put(RunState.ABANDONED.word(), Set.of(RunState.ABANDONED));
        return states;
    }

    RunFilter {
        job = blankAsNull(job);
        state = state != null && STATES.contains(state) ? state : null;
        period = period == null || period <= 0 ? null : period;
        longer = longer == null || longer <= 0 ? null : longer;
        text = blankAsNull(text);
        order = order(order).name().toLowerCase(Locale.ROOT);
    }

    /** The query that it stands for, at this time. */
    RunQuery query(int limit, Instant now) {
        Instant begun = Stream.of(
                        period == null ? null : now.minus(Duration.ofDays(period)),
                        since == null
                                ? null
                                : since.atStartOfDay(ZoneOffset.UTC).toInstant())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        return new RunQuery(
                job,
                state == null ? Set.of() : Objects.requireNonNull(FILTERED.get(state)),
                begun,
                until == null
                        ? null
                        : until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                longer == null ? null : Duration.ofSeconds(longer),
                text,
                order(order),
                after,
                limit);
    }

    private static RunQuery.Order order(@Nullable String name) {
        return Arrays.stream(RunQuery.Order.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElse(RunQuery.Order.NEWEST);
    }

    /** Whether it leaves anything out. */
    public boolean isNarrow() {
        return Stream.of(job, state, period, since, until, longer, text).anyMatch(Objects::nonNull);
    }

    /** The address of the page that begins behind an execution. */
    String following(long execution) {
        return address(order, execution);
    }

    /** The address of the first page in another order. */
    public String ordered(String other) {
        return address(other, null);
    }

    /** The address of the first page. */
    public String first() {
        return address(order, null);
    }

    private String address(@Nullable String order, @Nullable Long after) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/runs");
        add(uri, "job", job);
        add(uri, "state", state);
        add(uri, "period", period);
        add(uri, "since", since);
        add(uri, "until", until);
        add(uri, "longer", longer);
        add(uri, "text", text);
        add(uri, "order", order);
        add(uri, "after", after);
        return uri.encode().toUriString();
    }

    private static void add(UriComponentsBuilder uri, String name, @Nullable Object value) {
        if (value != null) {
            uri.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
