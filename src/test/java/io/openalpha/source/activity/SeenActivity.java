package io.openalpha.source.activity;

import java.util.Map;

/** What was counted of a source, for tests of those that count. */
public final class SeenActivity {

    private SeenActivity() {}

    public static Map<String, Counts> requests(SourceActivity activity) {
        return activity.takeRequests();
    }

    public static BreakerSnapshot breaker(SourceActivity activity) {
        return activity.breaker();
    }

    public static Map<BreakerState, Long> transitions(SourceActivity activity) {
        return activity.takeTransitions();
    }
}
