package io.openalpha.source.activity;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What this process sees of one source. Counting takes less than a microsecond and never blocks. */
public final class SourceActivity {

    /** The outcome of a request that brought what was asked for. */
    public static final String ANSWERED = "answered";

    private final String source;
    private final Clock clock;
    private final RequestWatch watch;
    private final Map<String, RequestTally> statistics = new ConcurrentHashMap<>();
    private final Map<BreakerState, Long> entered = new EnumMap<>(BreakerState.class);
    private BreakerSnapshot breaker = BreakerSnapshot.CLOSED;

    /** @param watch listens to every request as well */
    public SourceActivity(String source, Clock clock, RequestWatch watch) {
        this.source = source;
        this.clock = clock;
        this.watch = watch;
    }

    /** The name of the source. */
    public String source() {
        return source;
    }

    /**
     * Counts a request that was made.
     *
     * @param outcome {@link #ANSWERED}, or the reason of the failure: one of a few words
     * @param nanos how long it took
     * @param again whether it repeated one that had failed
     */
    public void requested(String outcome, long nanos, boolean again) {
        statistics.computeIfAbsent(outcome, word -> new RequestTally()).count(nanos, again);
        watch.requested(source, outcome, nanos, again);
    }

    /**
     * Notes that the breaker stands otherwise.
     *
     * @param until when it lets calls through again; null unless it is open
     * @param reason why it opened, without a secret; empty if it did not
     */
    public synchronized void breaker(BreakerState state, @Nullable Instant until, String reason) {
        boolean changed = breaker.state() != state;
        Instant since = changed || breaker.since() == null ? clock.instant() : breaker.since();
        breaker = new BreakerSnapshot(state, since, until, reason);
        if (changed) {
            entered.merge(state, 1L, Long::sum);
        }
    }

    synchronized BreakerSnapshot breaker() {
        return breaker;
    }

    /** What was counted since the last time, by outcome. */
    Map<String, Counts> takeRequests() {
        Map<String, Counts> taken = new HashMap<>();
        statistics.forEach((outcome, tally) -> taken.put(outcome, tally.take()));
        taken.values().removeIf(counts -> counts.requests() == 0);
        return taken;
    }

    void giveBackRequests(Map<String, Counts> taken) {
        taken.forEach((outcome, counts) ->
                statistics.computeIfAbsent(outcome, word -> new RequestTally()).giveBack(counts));
    }

    /** The states that the breaker entered since the last time. */
    synchronized Map<BreakerState, Long> takeTransitions() {
        Map<BreakerState, Long> taken = new EnumMap<>(BreakerState.class);
        taken.putAll(entered);
        entered.clear();
        return taken;
    }

    synchronized void giveBackTransitions(Map<BreakerState, Long> taken) {
        taken.forEach((state, count) -> entered.merge(state, count, Long::sum));
    }
}
