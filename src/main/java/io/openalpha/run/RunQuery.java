package io.openalpha.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which executions to list, and in which order.
 *
 * @param job of this job only
 * @param states in one of these states only; none for all
 * @param since begun then or later
 * @param until begun before then
 * @param longer that took at least as long; not those at work
 * @param text in the message, or in a parameter such as the run id, in upper or lower case
 * @param after those that follow the execution of this number in this order: the last one of the page before
 * @param limit at most so many, 1 or more
 */
public record RunQuery(
        @Nullable String job,
        Set<RunState> states,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable Duration longer,
        @Nullable String text,
        Order order,
        @Nullable Long after,
        int limit) {

    /** What comes first. */
    public enum Order {
        NEWEST,
        OLDEST,
        LONGEST
    }

    public RunQuery {
        states = Set.copyOf(states);
    }

    /** The newest first, of all lengths and texts. */
    public RunQuery(
            @Nullable String job, @Nullable RunState state, @Nullable Instant since, @Nullable Long after, int limit) {
        this(job, state == null ? Set.of() : Set.of(state), since, null, null, null, Order.NEWEST, after, limit);
    }

    /** The newest executions of all jobs. */
    public static RunQuery newest(int limit) {
        return new RunQuery(null, null, null, null, limit);
    }
}
