package io.openalpha.web.dashboard.runs;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody's wish that a run be started, or resumed.
 *
 * @param note what was seen of it from outside; empty when there is nothing to say
 * @param outcome {@code completed} or {@code failed}; empty before its end
 */
record Request(String job, String by, Instant at, String note, String outcome) {

    private static final Duration SHORTEST_KEPT = Duration.ofDays(1);

    public boolean isWaiting() {
        return outcome.isEmpty();
    }

    /** Whether the execution that it asks for has still to begin, after the last one that there is. */
    boolean awaitsMoreThan(RunRow last) {
        return isWaiting() && !last.state().isAtWork() && at.isAfter(last.created());
    }

    /** Whether it ended so long ago that its run, which is no longer there, was purged. */
    boolean isForgotten(Instant now) {
        return !isWaiting() && at.isBefore(now.minus(SHORTEST_KEPT));
    }
}
