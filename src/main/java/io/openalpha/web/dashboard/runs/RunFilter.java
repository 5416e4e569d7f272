package io.openalpha.web.dashboard.runs;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which executions a person wants to see. Empty texts are as good as none.
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

    static final List<String> STATES =
            List.of("completed", "skipped", "failed", "stopped", "running", "lost", "abandoned");
    static final List<String> ORDERS = List.of("newest", "oldest", "longest");

    RunFilter {
        job = blankAsNull(job);
        state = state != null && STATES.contains(state) ? state : null;
        period = period == null || period <= 0 ? null : period;
        longer = longer == null || longer <= 0 ? null : longer;
        text = blankAsNull(text);
        order = order != null && ORDERS.contains(order) ? order : "newest";
    }

    /** The newest executions of all jobs. */
    static RunFilter none() {
        return new RunFilter(null, null, null, null, null, null, null, null, null);
    }

    @Nullable
    Duration age() {
        return period == null ? null : Duration.ofDays(period);
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
