package io.openalpha.ops.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.openalpha.source.activity.Latencies;
import io.openalpha.source.activity.RequestWatch;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Requests of this process to sources: {@code openalpha.pushed.source.…}. */
final class RequestMeters implements RequestWatch {

    private static final String SOURCE = "source";

    private static final Duration[] BOUNDS = Latencies.BOUNDS.stream()
            .map(seconds -> Duration.ofNanos(Math.round(seconds * 1e9)))
            .toArray(Duration[]::new);

    private final MeterRegistry meters;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    RequestMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void requested(String source, String outcome, long nanos, boolean again) {
        meters.counter("openalpha.pushed.source.requests", SOURCE, source, "outcome", outcome)
                .increment();
        meters.counter("openalpha.pushed.source.retries", SOURCE, source).increment(again ? 1 : 0);
        timers.computeIfAbsent(source, this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(String source) {
        return Timer.builder("openalpha.pushed.source.request.duration")
                .tag(SOURCE, source)
                .serviceLevelObjectives(BOUNDS)
                .register(meters);
    }
}
