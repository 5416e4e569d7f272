package io.openalpha.ml.prediction;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/** A thread that does the same thing over and over. A round that fails is followed by the next one. */
final class BackgroundLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundLoop.class);
    private static final Duration END_WITHIN = Duration.ofSeconds(5);

    private final Duration pause;
    private final Round round;
    private final Thread thread;
    private volatile boolean closed;
    private String failure = "";

    private BackgroundLoop(String name, Duration pause, Round round) {
        this.pause = pause;
        this.round = round;
        this.thread = new Thread(this::work, name);
        this.thread.setDaemon(true);
    }

    /** What is done in a round. */
    @FunctionalInterface
    interface Round {
        void run() throws InterruptedException;
    }

    /**
     * Begins after a pause, and pauses after every round.
     *
     * @param name of the thread, and of what it keeps up to date
     */
    static BackgroundLoop start(String name, Duration pause, Round round) {
        BackgroundLoop backgroundLoop = new BackgroundLoop(name, pause, round);
        backgroundLoop.thread.start();
        return backgroundLoop;
    }

    private void work() {
        try {
            while (!closed) {
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
                tryRound();
            }
        } catch (InterruptedException e) {
            LOG.debug("{} ended", thread.getName());
        }
    }

    private void tryRound() throws InterruptedException {
        try {
            round.run();
            failure = "";
        } catch (RuntimeException | Error e) {
            String reason =
                    String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            if (!closed && !reason.equals(failure)) {
                LOG.warn("{} cannot be brought up to date and stay as they are: {}", thread.getName(), reason);
            }
            failure = reason;
        }
    }

    /** Returns when the thread has ended, or cannot be made to end. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(END_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
