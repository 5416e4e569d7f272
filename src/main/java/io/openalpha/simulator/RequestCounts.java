package io.openalpha.simulator;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what callers do towards one source. */
final class RequestCounts {

    private final Stopwatch watch = new Stopwatch();
    private final Map<String, Long> outcomes = new TreeMap<>();
    private final Map<String, Long> symbols = new HashMap<>();
    private final WindowCount second = new WindowCount(Duration.ofSeconds(1));
    private final WindowCount minute = new WindowCount(Duration.ofMinutes(1));
    private final WindowCount day = new WindowCount(Duration.ofDays(1));
    private long requests;
    private int inFlight;
    private int maxInFlight;

    /** Counts a request in and says how many came for that symbol before. */
    synchronized long begin(String symbol) {
        long now = watch.nanos();
        second.add(now);
        minute.add(now);
        day.add(now);
        requests++;
        inFlight++;
        maxInFlight = Math.max(maxInFlight, inFlight);
        return symbols.merge(symbol, 1L, Long::sum) - 1;
    }

    synchronized void end(String outcome) {
        inFlight--;
        outcomes.merge(outcome, 1L, Long::sum);
    }

    /** How many requests came within the last second. */
    synchronized long withinSecond() {
        return second.at(watch.nanos());
    }

    synchronized SimulatorStats.SourceStats stats() {
        return new SimulatorStats.SourceStats(
                requests,
                new TreeMap<>(outcomes),
                new TreeMap<>(symbols),
                inFlight,
                maxInFlight,
                second.largest(),
                minute.largest(),
                day.largest());
    }
}
