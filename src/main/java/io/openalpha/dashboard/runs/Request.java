package io.openalpha.dashboard.runs;

import java.time.Instant;

/**
 * Somebody's wish that a run be started, or resumed.
 *
 * @param note what was seen of it from outside; empty when there is nothing to say
 * @param outcome {@code completed} or {@code failed}; empty before its end
 */
record Request(String job, String by, Instant at, String note, String outcome) {

    public boolean isWaiting() {
        return outcome.isEmpty();
    }
}
