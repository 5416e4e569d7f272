package io.openalpha.source.activity;

import io.openalpha.background.BackgroundLoop;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what this process sees of the sources in the database, every few seconds and at the end. Nothing waits for it
 * and nothing fails because of it: what cannot be stored is tried again the next time.
 */
public final class ActivityLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ActivityLog.class);
    private static final Duration INTERVAL = Duration.ofSeconds(3);

    private final ActivityTable table;
    private final Clock clock;
    private final RequestWatch watch;
    private final Map<String, SourceActivity> sources = new ConcurrentHashMap<>();
    private final BackgroundLoop writer =
            new BackgroundLoop("source-activity", INTERVAL, BackgroundLoop.OnClose.LAST_ROUND, this::store);
    private volatile boolean closing;

    private ActivityLog(ActivityTable table, Clock clock, RequestWatch watch) {
        this.table = table;
        this.clock = clock;
        this.watch = watch;
    }

    /**
     * Begins to store what is counted by {@link #of}.
     *
     * @param watch receives every request, too
     */
    static ActivityLog open(ActivityTable table, Clock clock, RequestWatch watch) {
        ActivityLog log = new ActivityLog(table, clock, watch);
        log.writer.start();
        return log;
    }

    /** Counts for one source; the same object for the same name. */
    public SourceActivity of(String source) {
        return sources.computeIfAbsent(source, name -> new SourceActivity(name, clock, watch));
    }

    private void store() {
        for (SourceActivity source : List.copyOf(sources.values())) {
            storeRequests(source);
            storeTransitions(source);
        }
        if (closing) {
            tidy();
        }
    }

    private void storeRequests(SourceActivity source) {
        Map<String, Counts> requests = source.takeRequests();
        try {
            table.add(source.source(), requests);
        } catch (RuntimeException e) {
            source.giveBackRequests(requests);
            LOG.debug("Requests to {} are stored later", source.source(), e);
        }
    }

    /** A breaker that never opened needs no row: closed is what is taken for granted. */
    private void storeTransitions(SourceActivity source) {
        Map<BreakerState, Long> transitions = source.takeTransitions();
        try {
            table.addTransitions(source.source(), transitions);
            if (!transitions.isEmpty() || source.breaker().state() != BreakerState.CLOSED) {
                table.save(source.source(), source.breaker());
            }
        } catch (RuntimeException e) {
            source.giveBackTransitions(transitions);
            LOG.debug("The breaker of {} is stored later", source.source(), e);
        }
    }

    private void tidy() {
        try {
            table.tidy();
        } catch (RuntimeException e) {
            LOG.debug("Old activity of sources is tidied up later", e);
        }
    }

    /** Stores what was counted last; waits some seconds for it, and no longer. */
    @Override
    public void close() {
        closing = true;
        writer.close();
    }
}
