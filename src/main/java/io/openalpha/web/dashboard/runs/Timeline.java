package io.openalpha.web.dashboard.runs;

import io.openalpha.run.StepRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The steps of a run on one axis of time, which is a thousand units long. */
record Timeline(List<Bar> bars) {

    private static final long LENGTH = 1000;
    private static final long SHORTEST = 6;

    /** A step and where it lies on the axis. */
    record Bar(StepRecord step, long start, long length) {}

    static Timeline of(List<StepRecord> steps, Instant now) {
        List<StepRecord> begun =
                steps.stream().filter(step -> step.began() != null).toList();
        @Nullable
        Instant first = begun.stream()
                .map(StepRecord::began)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        if (first == null) {
            return new Timeline(List.of());
        }
        Instant last = begun.stream()
                .map(step -> end(step, now))
                .max(Instant::compareTo)
                .orElse(now);
        long whole = Math.max(1, Duration.between(first, last).toMillis());
        return new Timeline(
                begun.stream().map(step -> bar(step, first, whole, now)).toList());
    }

    private static Bar bar(StepRecord step, Instant first, long whole, Instant now) {
        Instant began = Objects.requireNonNull(step.began());
        long start = Duration.between(first, began).toMillis() * LENGTH / whole;
        long length = Duration.between(began, end(step, now)).toMillis() * LENGTH / whole;
        long shown = Math.max(SHORTEST, length);
        return new Bar(step, Math.min(start, LENGTH - shown), shown);
    }

    private static Instant end(StepRecord step, Instant now) {
        return step.ended() == null ? now : step.ended();
    }
}
