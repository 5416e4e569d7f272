package io.openalpha.ops.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.stream.Stream;

/** Metrics that are read from the database. */
interface MetricSource {

    /**
     * Asks the database.
     *
     * @throws org.springframework.dao.DataAccessException if it does not answer
     */
    Stream<MetricSnapshot> read();
}
