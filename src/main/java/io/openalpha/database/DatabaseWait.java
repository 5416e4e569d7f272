package io.openalpha.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Patience with a database that is installed, or moves, at the same time.
 *
 * @param longest zero to try once
 * @param cancellation ends the wait early
 */
record DatabaseWait(Duration longest, Cancellation cancellation) {

    /** Tries once. */
    static final DatabaseWait NONE = new DatabaseWait(Duration.ZERO, () -> false);

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWait.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /**
     * Tries until it succeeds, or fails in a way that does not pass; each reason to wait is logged once.
     *
     * @param check throws a {@link DatabaseUnavailableException} while there is no database
     * @throws DatabaseUnavailableException the last one when the time is over, or a stop was asked for
     */
    void until(Runnable check) {
        long begun = System.nanoTime();
        String said = "";
        while (true) {
            try {
                check.run();
                return;
            } catch (DatabaseUnavailableException e) {
                if (!e.mayPass() || System.nanoTime() - begun >= longest.toNanos()) {
                    throw e;
                }
                String reason = String.valueOf(e.getMessage());
                if (!reason.equals(said)) {
                    LOG.info("Waiting for the database, {} s at most: {}", longest.toSeconds(), reason);
                    said = reason;
                }
            }
            pause();
        }
    }

    private void pause() {
        try {
            if (Waiting.until(PAUSE, cancellation::requested)) {
                throw DatabaseUnavailableException.stopped("Stopped while waiting for the database.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
