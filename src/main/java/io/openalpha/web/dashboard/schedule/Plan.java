package io.openalpha.web.dashboard.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Kubernetes starts by itself.
 *
 * @param schedule as a cron expression
 * @param zone in which the schedule is meant
 * @param last when it started something; null if it never did
 * @param success when something that it started ended well; null if nothing did
 * @param next null while it is suspended, or if the schedule cannot be read
 */
record Plan(
        String name,
        String schedule,
        String zone,
        boolean suspended,
        @Nullable Instant last,
        @Nullable Instant success,
        @Nullable Instant next) {}
