package io.openalpha.dashboard.overview;

import java.util.Map;

/**
 * What the sources gave in the last day.
 *
 * @param answered symbols by source, each as often as it was had
 * @param failed symbols by reason
 */
record SourceHealth(Map<String, Long> answered, Map<String, Long> failed) {

    public long successes() {
        return sum(answered);
    }

    public long failures() {
        return sum(failed);
    }

    /** From 0 to 1; 1 if nothing was asked. */
    public double successRate() {
        long all = successes() + failures();
        return all == 0 ? 1 : (double) successes() / all;
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
