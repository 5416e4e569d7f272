package io.openalpha.ops.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.openalpha.run.ExecutionRecord;
import io.openalpha.run.RunEnd;
import io.openalpha.run.RunHistory;
import io.openalpha.run.RunId;
import io.openalpha.run.RunWatch;
import java.time.Duration;
import java.util.Locale;

/** How the run of this process ended: {@code openalpha.pushed.run.…}. */
final class RunMeters implements RunWatch {

    private static final String JOB = "job_name";

    private final MeterRegistry meters;
    private final RunHistory history;

    RunMeters(MeterRegistry meters, RunHistory history) {
        this.meters = meters;
        this.history = history;
    }

    @Override
    public void ended(String jobName, RunId run, RunEnd end, Duration took) {
        String outcome = end.exitCode().name().toLowerCase(Locale.ROOT);
        gauge("openalpha.pushed.run.duration.seconds", took.toMillis() / 1e3, JOB, jobName, "outcome", outcome);
        gauge(
                "openalpha.pushed.run.end.timestamp.seconds",
                System.currentTimeMillis() / 1e3,
                JOB,
                jobName,
                "outcome",
                outcome);
        gauge("openalpha.pushed.items", items(jobName, run), JOB, jobName);
    }

    private double items(String jobName, RunId run) {
        return history.executions(run).stream()
                .filter(execution -> execution.job().equals(jobName))
                .findFirst()
                .map(ExecutionRecord::items)
                .orElse(0L)
                .doubleValue();
    }

    private void gauge(String name, double value, String... labels) {
        Gauge.builder(name, () -> value).tags(labels).register(meters);
    }
}
