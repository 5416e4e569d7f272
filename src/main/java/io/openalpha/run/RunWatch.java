package io.openalpha.run;

import java.time.Duration;

/** Listens to the end of this process's run. */
@FunctionalInterface
public interface RunWatch {

    /**
     * The run has ended, or was refused.
     *
     * @param took the whole time, with the waits for the lock and the database
     */
    void ended(String jobName, RunId run, RunEnd end, Duration took);
}
