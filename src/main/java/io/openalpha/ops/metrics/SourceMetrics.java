package io.openalpha.ops.metrics;

import io.openalpha.source.SourceHealth;
import io.openalpha.source.SourceHealthReader;
import io.openalpha.source.activity.ActivityReader;
import io.openalpha.source.activity.BreakerSnapshot;
import io.openalpha.source.activity.BreakerState;
import io.openalpha.source.activity.QuotaLeft;
import io.openalpha.source.activity.SourceRecord;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.stream.Stream;

/** The sources, as all processes saw them. */
final class SourceMetrics implements MetricSource {

    private static final String SOURCE = "source";
    private static final String STATE = "state";

    private final ActivityReader activity;
    private final SourceHealthReader health;

    SourceMetrics(ActivityReader activity, SourceHealthReader health) {
        this.activity = activity;
        this.health = health;
    }

    @Override
    public Stream<MetricSnapshot> read() {
        List<SourceRecord> ever = activity.ever();
        List<SourceHealth> lately = health.lastDay();
        return Stream.of(requests(ever), breakers(ever), Stream.of(successes(lately)), quotas(lately))
                .flatMap(snapshots -> snapshots);
    }

    private static Stream<MetricSnapshot> requests(List<SourceRecord> sources) {
        Family requests = new Family("openalpha_source_requests", "Requests that were made, by outcome");
        Family retries = new Family("openalpha_source_retries", "Requests that repeated one that had failed");
        for (SourceRecord source : sources) {
            source.requests()
                    .forEach((outcome, counts) ->
                            requests.with(counts.requests(), SOURCE, source.source(), "outcome", outcome));
            retries.with(source.all().retries(), SOURCE, source.source());
        }
        return Stream.of(requests.counter(), retries.counter(), RequestHistogram.of(sources));
    }

    private static MetricSnapshot successes(List<SourceHealth> sources) {
        Family ratio = new Family(
                "openalpha_source_success_ratio", "Share of the requests of the last 24 hours that were answered");
        for (SourceHealth source : sources) {
            boolean asked = source.record().all().requests() > 0;
            ratio.with(asked ? source.record().successRate() : null, SOURCE, source.name());
        }
        return ratio.gauge();
    }

    private Stream<MetricSnapshot> breakers(List<SourceRecord> sources) {
        Family state = new Family("openalpha_source_breaker_state", "1 for the state of the breaker, 0 for the others");
        Family since =
                new Family("openalpha_source_breaker_since_timestamp_seconds", "When the breaker entered its state");
        Family until =
                new Family("openalpha_source_breaker_until_timestamp_seconds", "Until when the breaker stays open");
        for (SourceRecord source : sources) {
            BreakerSnapshot breaker = source.breaker();
            for (BreakerState possible : BreakerState.values()) {
                state.with(breaker.state() == possible ? 1 : 0, SOURCE, source.source(), STATE, possible.word());
            }
            since.with(breaker.since(), SOURCE, source.source());
            until.with(breaker.until(), SOURCE, source.source());
        }
        return Stream.of(state.gauge(), since.gauge(), until.gauge(), transitions());
    }

    private MetricSnapshot transitions() {
        Family transitions =
                new Family("openalpha_source_breaker_transitions", "Transitions of breakers, by the state entered");
        activity.transitions()
                .forEach((source, states) ->
                        states.forEach((state, count) -> transitions.with(count, SOURCE, source, STATE, state.word())));
        return transitions.counter();
    }

    private static Stream<MetricSnapshot> quotas(List<SourceHealth> sources) {
        Family limit = new Family("openalpha_source_quota_limit", "Requests a day that the key allows");
        Family left = new Family("openalpha_source_quota_remaining", "Requests that are left today");
        Family reset =
                new Family("openalpha_source_quota_reset_timestamp_seconds", "When all requests are there again");
        for (SourceHealth source : sources) {
            QuotaLeft quota = source.quota();
            if (quota != null) {
                limit.with(quota.limit(), SOURCE, source.name());
                left.with(quota.left(), SOURCE, source.name());
                reset.with(quota.until(), SOURCE, source.name());
            }
        }
        return Stream.of(limit.gauge(), left.gauge(), reset.gauge());
    }
}
