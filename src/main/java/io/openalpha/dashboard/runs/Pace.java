package io.openalpha.dashboard.runs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How fast a step worked: what a chart draws.
 *
 * @param points each as milliseconds since 1970 and items a second from then on
 */
record Pace(String step, List<List<Double>> points) {

    /** How many items a step had committed at a time. */
    record Sample(String step, Instant at, long items) {}

    /** @param samples in the order of time; a step with less than two is left out */
    static List<Pace> of(List<Sample> samples) {
        Map<String, List<Sample>> steps = new LinkedHashMap<>();
        samples.forEach(sample ->
                steps.computeIfAbsent(sample.step(), step -> new ArrayList<>()).add(sample));
        return steps.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> new Pace(entry.getKey(), points(entry.getValue())))
                .toList();
    }

    private static List<List<Double>> points(List<Sample> samples) {
        List<List<Double>> points = new ArrayList<>();
        double pace = 0;
        for (int i = 1; i < samples.size(); i++) {
            Sample before = samples.get(i - 1);
            double millis = samples.get(i).at().toEpochMilli() - before.at().toEpochMilli();
            // A resumed run goes on later: the time between is not its own.
            pace = millis <= 0 ? pace : 1000 * (samples.get(i).items() - before.items()) / millis;
            points.add(List.of((double) before.at().toEpochMilli(), pace));
        }
        points.add(List.of((double) samples.get(samples.size() - 1).at().toEpochMilli(), pace));
        return points;
    }
}
