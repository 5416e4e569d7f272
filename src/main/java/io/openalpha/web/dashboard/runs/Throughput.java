package io.openalpha.web.dashboard.runs;

import io.openalpha.run.ProgressSample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How fast a step worked: what a chart draws.
 *
 * @param points each as milliseconds since 1970 and items a second from then on
 */
record Throughput(String step, List<List<Double>> points) {

    /** Samples of two shards may be too close in time to compute a rate. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** @param samples in the order of time; a step with less than two is left out */
    static List<Throughput> of(List<ProgressSample> samples) {
        Map<String, List<ProgressSample>> steps = new LinkedHashMap<>();
        samples.forEach(sample ->
                steps.computeIfAbsent(sample.step(), step -> new ArrayList<>()).add(sample));
        return steps.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> new Throughput(entry.getKey(), points(apart(entry.getValue()))))
                .toList();
    }

    /** Without those between that are too close to another one. */
    private static List<ProgressSample> apart(List<ProgressSample> samples) {
        List<ProgressSample> apart = new ArrayList<>(samples.subList(0, 1));
        ProgressSample last = samples.get(samples.size() - 1);
        for (ProgressSample sample : samples) {
            if (isApart(apart.get(apart.size() - 1), sample) && isApart(sample, last)) {
                apart.add(sample);
            }
        }
        apart.add(last);
        return apart;
    }

    private static boolean isApart(ProgressSample one, ProgressSample next) {
        return !next.at().isBefore(one.at().plus(SHORTEST));
    }

    private static List<List<Double>> points(List<ProgressSample> samples) {
        List<List<Double>> points = new ArrayList<>();
        double throughput = 0;
        for (int i = 1; i < samples.size(); i++) {
            ProgressSample before = samples.get(i - 1);
            double millis = samples.get(i).at().toEpochMilli() - before.at().toEpochMilli();
            // A resumed run goes on later: the time between is not its own.
            throughput = millis <= 0 ? throughput : 1000 * (samples.get(i).items() - before.items()) / millis;
            points.add(List.of((double) before.at().toEpochMilli(), throughput));
        }
        points.add(List.of((double) samples.get(samples.size() - 1).at().toEpochMilli(), throughput));
        return points;
    }
}
