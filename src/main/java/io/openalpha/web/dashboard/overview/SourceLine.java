package io.openalpha.web.dashboard.overview;

import io.openalpha.source.SourceHealth;
import io.openalpha.source.activity.BreakerSnapshot;
import io.openalpha.source.activity.Counts;
import io.openalpha.source.activity.QuotaLeft;
import io.openalpha.source.activity.SourceActivity;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A source and its last day.
 *
 * @param requests that were made
 * @param successRate their share that was answered, 0 to 1
 * @param failures by reason
 * @param median time of a request; null if there was none
 * @param slow the time within which 95 % of them ended; null if there was none
 * @param quota null where it counts no days
 */
record SourceLine(
        String name,
        long requests,
        double successRate,
        Map<String, Long> failures,
        @Nullable Duration median,
        @Nullable Duration slow,
        BreakerSnapshot breaker,
        @Nullable QuotaLeft quota) {

    static SourceLine of(SourceHealth health) {
        Counts all = health.record().all();
        Map<String, Long> failures = new TreeMap<>();
        health.record().requests().forEach((outcome, counts) -> failures.put(outcome, counts.requests()));
        failures.remove(SourceActivity.ANSWERED);
        return new SourceLine(
                health.name(),
                all.requests(),
                health.record().successRate(),
                failures,
                all.latencies().quantile(0.5),
                all.latencies().quantile(0.95),
                health.record().breaker(),
                health.quota());
    }

    /** As people read it. */
    public String breakerWord() {
        return "circuit " + breaker.state().word().replace('_', '-');
    }

    /** The colour of that. */
    public String tone() {
        return switch (breaker.state()) {
            case CLOSED -> "good";
            case HALF_OPEN -> "warn";
            case OPEN -> "bad";
        };
    }

    /** Whether nothing more may be asked today. */
    public boolean isSpent() {
        return quota != null && quota.left() == 0;
    }
}
