package io.openalpha.database;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Polls for something that another process does without a notification. */
final class Waiting {

    private static final long PAUSE_MILLIS = 20;

    private Waiting() {}

    /**
     * Asks at once and then every few milliseconds.
     *
     * @return whether the condition came true in time
     */
    static boolean until(Duration patience, Condition condition) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DatabaseUnavailableException.unreachable("Interrupted while waiting for the database.");
        }
    }

    interface Condition {
        boolean holds() throws IOException;
    }
}
