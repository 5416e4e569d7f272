package io.openalpha.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which executions to list, newest first.
 *
 * @param job of this job only
 * @param status in this state only, such as {@code FAILED}
 * @param since begun then or later
 * @param until begun before then
 * @param text in the run id or the message, in upper or lower case
 * @param before older than the execution of this number: the last one of the page before
 * @param limit at most so many, 1 or more
 */
public record RunQuery(
        @Nullable String job,
        @Nullable String status,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable String text,
        @Nullable Long before,
        int limit) {

    /** Without a look at {@code until} and {@code text}. */
    public RunQuery(
            @Nullable String job, @Nullable String status, @Nullable Instant since, @Nullable Long before, int limit) {
        this(job, status, since, null, null, before, limit);
    }

    /** The newest executions of all jobs. */
    public static RunQuery newest(int limit) {
        return new RunQuery(null, null, null, null, limit);
    }
}
