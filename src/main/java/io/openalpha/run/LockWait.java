package io.openalpha.run;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** How long the lock of a job is asked for: the server may need a moment to notice that its holder died. */
final class LockWait {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int ATTEMPTS = 10;

    private LockWait() {}

    /** Tries for a second; an interrupt ends it early and stays set. */
    static boolean tries(BooleanSupplier attempt) {
        for (int left = ATTEMPTS; !attempt.getAsBoolean(); left--) {
            if (left == 1 || interrupted()) {
                return false;
            }
        }
        return true;
    }

    private static boolean interrupted() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
