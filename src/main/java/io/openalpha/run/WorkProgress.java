package io.openalpha.run;

import io.openalpha.run.ProgressDisplay.Bar;
import org.springframework.batch.core.job.JobInterruptedException;

/** The progress that a piece of work reports, and whether it is to stop. Safe for use by many threads. */
public final class WorkProgress {

    private final String step;
    private final long jobInstanceId;
    private final ProgressDisplay display;
    private final StopSignal stop;
    private final Runnable fence;
    private Bar bar = Bar.NONE;

    WorkProgress(String step, long jobInstanceId, ProgressDisplay display, StopSignal stop, Runnable fence) {
        this.step = step;
        this.jobInstanceId = jobInstanceId;
        this.display = display;
        this.stop = stop;
        this.fence = fence;
    }

    /** The job instance that the work belongs to. */
    public long jobInstanceId() {
        return jobInstanceId;
    }

    /** From now on this many parts are to be done. */
    public synchronized void expect(long parts) {
        bar.end();
        bar = display.begin(step, parts);
    }

    /** One more part is done. */
    public synchronized void advance() {
        bar.advance();
    }

    synchronized void end() {
        bar.end();
    }

    /** Call before an effect that cannot be undone: throws if the run lost its lock, since another may be at work. */
    public void requireLock() {
        fence.run();
    }

    /** Whether the work is to stop soon. */
    public boolean stopRequested() {
        return stop.requested();
    }

    /** Stops the work here if a stop was asked for. */
    public void stopIfRequested() throws JobInterruptedException {
        if (stopRequested()) {
            throw new JobInterruptedException("a stop was asked for");
        }
    }
}
