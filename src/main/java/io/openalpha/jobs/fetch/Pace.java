package io.openalpha.jobs.fetch;

import io.openalpha.run.StopSignal;
import java.time.Duration;

/** A pause after every so many symbols, out of politeness to free services. */
public final class Pace {

    private final int batch;
    private final Duration delay;
    private final StopSignal stop;
    private int begun;

    public Pace(int batch, Duration delay, StopSignal stop) {
        this.batch = batch;
        this.delay = delay;
        this.stop = stop;
    }

    /** Returns when the next symbol may begin. */
    void next() throws InterruptedException {
        if (begun > 0 && begun % batch == 0 && !delay.isZero()) {
            stop.await(delay);
        }
        begun++;
    }
}
