package io.openalpha.source.activity;

import java.util.Map;

/**
 * What all processes saw of a source during some time.
 *
 * @param requests by outcome; none if it was not asked
 * @param breaker how its breaker stands now: open as soon as one process's is
 */
public record SourceRecord(String source, Map<String, Counts> requests, BreakerSnapshot breaker) {

    /** All requests, however they ended. */
    public Counts all() {
        return requests.values().stream().reduce(Counts.NONE, Counts::plus);
    }

    /** Requests that brought what was asked for. */
    public long answered() {
        return requests.getOrDefault(SourceActivity.ANSWERED, Counts.NONE).requests();
    }

    /** The share of requests that brought what was asked for, 0 to 1; 1 if none was made. */
    public double successRate() {
        long all = all().requests();
        return all == 0 ? 1 : (double) answered() / all;
    }
}
