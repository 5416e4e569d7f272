package io.openalpha.ops.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Asks the database when it is scraped, every few seconds at most however often that is. When the database does not
 * answer, it says so and shows no values: old ones would hide that the state is unknown.
 */
final class PipelineCollector implements MultiCollector {

    private static final Logger LOG = LoggerFactory.getLogger(PipelineCollector.class);
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final List<MetricSource> metricSource;
    private final Clock clock;
    private MetricSnapshots last = MetricSnapshots.of();
    private Instant readAt = Instant.MIN;

    PipelineCollector(List<MetricSource> metricSource, Clock clock) {
        this.metricSource = metricSource;
        this.clock = clock;
    }

    @Override
    public synchronized MetricSnapshots collect() {
        if (clock.instant().isAfter(readAt.plus(KEPT))) {
            last = read();
            readAt = clock.instant();
        }
        return last;
    }

    private MetricSnapshots read() {
        try {
            List<MetricSnapshot> read =
                    metricSource.stream().flatMap(MetricSource::read).toList();
            return new MetricSnapshots(
                    Stream.concat(Stream.of(databaseUp(1)), read.stream()).toList());
        } catch (DataAccessException e) {
            LOG.warn(
                    "The database does not answer, so metrics say nothing of runs, sources, data and models: {}",
                    e.getMessage());
            return MetricSnapshots.of(databaseUp(0));
        }
    }

    private static MetricSnapshot databaseUp(int up) {
        return new Family(
                        "openalpha_metrics_database_up",
                        "Whether the values from the database could be read: 1, or 0 and then they are absent")
                .with(up)
                .gauge();
    }
}
