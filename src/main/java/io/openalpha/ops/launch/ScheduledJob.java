package io.openalpha.ops.launch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job that Kubernetes starts by itself.
 *
 * @param job such as {@code collect}
 * @param name of the CronJob
 * @param schedule as a cron expression
 * @param zone in which the schedule is meant
 * @param last when it started something; null if it never did
 * @param success when something that it started ended well; null if nothing did
 * @param next null while it is suspended, or if the schedule cannot be read
 * @param newestRun the run that was started last; null if none is left
 * @param trouble why that one cannot start, or how it failed; empty when all is well
 */
public record ScheduledJob(
        String job,
        String name,
        String schedule,
        String zone,
        boolean suspended,
        @Nullable Instant last,
        @Nullable Instant success,
        @Nullable Instant next,
        @Nullable String newestRun,
        String trouble) {}
