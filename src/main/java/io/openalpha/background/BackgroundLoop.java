package io.openalpha.background;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * A daemon thread that repeats the same work: it pauses, does a round, and so on until it is closed. A round that
 * throws is logged, once for each reason, and followed by the next one.
 */
public final class BackgroundLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundLoop.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Duration pause;
    private final OnClose onClose;
    private final Round round;
    private final Thread thread;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean closed;
    private String failure = "";

    /**
     * @param name of the thread, and of the work in the log
     * @param pause before every round
     */
    public BackgroundLoop(String name, Duration pause, OnClose onClose, Round round) {
        this.pause = pause;
        this.onClose = onClose;
        this.round = round;
        this.thread = new Thread(this::work, name);
        this.thread.setDaemon(true);
    }

    /** The work of one round. */
    @FunctionalInterface
    public interface Round {
        void run() throws InterruptedException;
    }

    /** What {@link #close} does with the work. */
    public enum OnClose {
        /** A last round begins at once, after the one that is under way. */
        LAST_ROUND,
        /** A round that is under way is interrupted, and no other one begins. */
        INTERRUPT
    }

    /** Starts the thread. May be called once. */
    public void start() {
        thread.start();
    }

    /** Begins the next round without a pause. Several calls before it begins are one. */
    public void wake() {
        wake.release();
    }

    /** Whether the caller runs in a round. */
    public boolean isCurrentThread() {
        return Thread.currentThread() == thread;
    }

    private void work() {
        try {
            boolean last;
            do {
                boolean unused = wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                wake.drainPermits();
                last = closed;
                if (!last || onClose == OnClose.LAST_ROUND) {
                    tryRound();
                }
            } while (!last);
        } catch (InterruptedException e) {
            LOG.debug("{} was interrupted", thread.getName());
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
                LOG.warn("{} failed and is tried again every {} ms: {}", thread.getName(), pause.toMillis(), reason);
            }
            failure = reason;
        }
    }

    /** Ends the thread as {@link OnClose} says, and returns when it has ended, after 5 seconds at the latest. */
    @Override
    public void close() {
        closed = true;
        wake();
        if (onClose == OnClose.INTERRUPT) {
            thread.interrupt();
        }
        try {
            thread.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
