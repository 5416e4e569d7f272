package io.openalpha.ops.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.stream.Stream;

/** Something that the database knows and Prometheus should. */
interface MetricSource {

    /**
     * Asks the database.
     *
     * @throws org.springframework.dao.DataAccessException if it does not answer
     */
    Stream<MetricSnapshot> read();
}
