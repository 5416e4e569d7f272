package io.openalpha.run;

import io.openalpha.run.ProgressDisplay.Bar;
import org.springframework.batch.core.job.JobInterruptedException;

/** What a piece of work tells of its way, and hears of a wish that it ends. Safe for use by many threads. */
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

    /** So many parts are to be done from now on. */
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

    /**
     * To be called before an effect that cannot be taken back: does not return when the run lost its lock, for then another one may
     * be at work.
     */
    public void requireLock() {
        fence.run();
    }

    /** Whether the work is to end soon. */
    public boolean stopRequested() {
        return stop.requested();
    }

    /** Ends the work here if that is wished for. */
    public void stopIfRequested() throws JobInterruptedException {
        if (stopRequested()) {
            throw new JobInterruptedException("a stop was asked for");
        }
    }
}
