package io.openalpha.ops.metrics;

import io.openalpha.source.activity.Counts;
import io.openalpha.source.activity.Latencies;
import io.openalpha.source.activity.SourceRecord;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.stream.Stream;

/** How long requests to each source took. */
final class RequestHistogram {

    private static final List<Double> BOUNDS = Stream.concat(
                    Latencies.BOUNDS.stream(), Stream.of(Double.POSITIVE_INFINITY))
            .toList();

    private RequestHistogram() {}

    static MetricSnapshot of(List<SourceRecord> sources) {
        HistogramSnapshot.Builder histogram = HistogramSnapshot.builder()
                .name("openalpha_source_request_duration_seconds")
                .help("How long requests took, however they ended");
        for (SourceRecord source : sources) {
            Counts all = source.all();
            if (all.requests() > 0) {
                histogram.dataPoint(HistogramDataPointSnapshot.builder()
                        .labels(Labels.of("source", source.source()))
                        .classicHistogramBuckets(ClassicHistogramBuckets.of(
                                BOUNDS, all.latencies().counts()))
                        .sum(all.seconds())
                        .build());
            }
        }
        return histogram.build();
    }
}
