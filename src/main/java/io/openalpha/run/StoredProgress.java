package io.openalpha.run;

import io.openalpha.background.BackgroundLoop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows how far the steps of one run got, and stores it once a second for other processes to show. No step waits for
 * that, and none fails because of it.
 */
final class StoredProgress implements ProgressDisplay {

    private static final Logger LOG = LoggerFactory.getLogger(StoredProgress.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final ProgressDisplay shown;
    private final ShareTable table;
    private final Map<String, CountedBar> changed = new ConcurrentHashMap<>();

    StoredProgress(ProgressDisplay shown, ShareTable table) {
        this.shown = shown;
        this.table = table;
    }

    /** The same for another run. */
    StoredProgress another() {
        return new StoredProgress(shown, table);
    }

    @Override
    public Bar begin(String step, long total) {
        CountedBar bar = new CountedBar(step, total, shown.begin(step, total));
        bar.note();
        return bar;
    }

    /** Does the work of a run, and stores meanwhile how far it got. */
    void keepDuring(long jobInstanceId, Runnable work) {
        BackgroundLoop writer = new BackgroundLoop(
                "run-share", INTERVAL, BackgroundLoop.OnClose.INTERRUPT, () -> writeChanged(jobInstanceId));
        writer.start();
        try {
            work.run();
        } finally {
            writer.close();
        }
    }

    private void writeChanged(long jobInstanceId) {
        List<CountedBar> bars = List.copyOf(changed.values());
        if (bars.isEmpty()) {
            return;
        }
        changed.values().removeAll(bars);
        try {
            table.save(jobInstanceId, bars.stream().map(CountedBar::share).toList());
        } catch (RuntimeException e) {
            // The run itself will say what is wrong with the database.
            LOG.debug("How far steps got was not stored", e);
        }
    }

    /** Counts what it shows. */
    private final class CountedBar implements Bar {

        private final String step;
        private final long total;
        private final Bar bar;
        private final AtomicLong done = new AtomicLong();

        CountedBar(String step, long total, Bar bar) {
            this.step = step;
            this.total = total;
            this.bar = bar;
        }

        @Override
        public void advance() {
            bar.advance();
            done.incrementAndGet();
            note();
        }

        @Override
        public void end() {
            bar.end();
        }

        private void note() {
            changed.put(step, this);
        }

        private StepShare share() {
            return new StepShare(step, done.get(), total);
        }
    }
}
