package io.openalpha.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A request to stop at the next point from which the work can be resumed. Safe for use by many threads. */
public final class StopSignal {

    private final CountDownLatch requested = new CountDownLatch(1);

    /** Asks for the stop; asking again changes nothing. */
    public void request() {
        requested.countDown();
    }

    public boolean requested() {
        return requested.getCount() == 0;
    }

    /** Waits until the stop is asked for. */
    public void await() throws InterruptedException {
        requested.await();
    }

    /**
     * Waits for a while, or until the stop is asked for.
     *
     * @return whether the stop was asked for
     */
    public boolean await(Duration atMost) throws InterruptedException {
        return requested.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }
}
