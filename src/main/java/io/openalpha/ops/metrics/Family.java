package io.openalpha.ops.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of one metric, each with labels of its own; one that has no values is not shown at all. */
final class Family {

    private static final double MILLIS = 1e3;

    private final String name;
    private final String help;
    private final Map<Labels, Double> values = new LinkedHashMap<>();

    /**
     * @param name in Prometheus' spelling; a counter's without {@code _total}
     * @param help a sentence
     */
    Family(String name, String help) {
        this.name = name;
        this.help = help;
    }

    /**
     * Adds a value.
     *
     * @param value none is added if it is null
     * @param labels names and values in turn
     */
    Family with(@Nullable Number value, String... labels) {
        if (value != null) {
            values.put(Labels.of(labels), value.doubleValue());
        }
        return this;
    }

    /** Adds a time, as seconds since 1970. */
    Family with(@Nullable Instant time, String... labels) {
        return with(time == null ? null : time.toEpochMilli() / MILLIS, labels);
    }

    MetricSnapshot gauge() {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
        values.forEach((labels, value) -> gauge.dataPoint(
                GaugeDataPointSnapshot.builder().labels(labels).value(value).build()));
        return gauge.build();
    }

    MetricSnapshot counter() {
        CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(help);
        values.forEach((labels, value) -> counter.dataPoint(
                CounterDataPointSnapshot.builder().labels(labels).value(value).build()));
        return counter.build();
    }
}
