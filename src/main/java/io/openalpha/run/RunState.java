package io.openalpha.run;

import java.util.Locale;
import java.util.Set;

/** The state of an execution, of a step or of a whole run: the same on the command line, in the API and on pages. */
public enum RunState {
    /** Its process has begun, and no step has yet; of a run in shards also: some shard has not begun. */
    STARTING,
    /** At work. */
    STARTED,
    /** Asked to stop, and still at work. */
    STOPPING,
    /** Did all there was to do. */
    COMPLETED,
    /** Found nothing to do, such as a training without new data, or another run of its job at work for too long. */
    SKIPPED,
    /** Stopped on request; can be resumed. */
    STOPPED,
    /** Failed; can be resumed. */
    FAILED,
    /** Has no end on record although its process died; can be resumed. */
    LOST,
    /** Abandoned by a user; is never resumed. */
    ABANDONED,
    /** Unknown, as a commit was not answered; can be resumed. */
    UNKNOWN;

    static final Set<RunState> AT_WORK = Set.of(STARTING, STARTED, STOPPING);
    private static final Set<RunState> RESUMABLE = Set.of(STOPPED, FAILED, LOST, UNKNOWN);

    /**
     * Reads a state of the job repository.
     *
     * @param exitCode tells skipped executions from completed ones
     * @param held whether the run holds its lock; one that is said to be at work without it has died
     */
    static RunState of(String status, String exitCode, boolean held) {
        RunState state = valueOf(status);
        if (AT_WORK.contains(state) && !held) {
            return LOST;
        }
        return state == COMPLETED && exitCode.equals(SKIPPED.name()) ? SKIPPED : state;
    }

    /** For people, in lower case. */
    public String word() {
        return this == STARTED ? "running" : name().toLowerCase(Locale.ROOT);
    }

    /** Whether a living process works on it. */
    public boolean isAtWork() {
        return AT_WORK.contains(this);
    }

    /** Whether no end is on record: at work, or lost. */
    public boolean isOpen() {
        return isAtWork() || this == LOST;
    }

    /** Whether all there was to do is done. */
    public boolean isDone() {
        return this == COMPLETED || this == SKIPPED;
    }

    /** Whether no process works on it and it can be resumed, or given up. */
    public boolean isResumable() {
        return RESUMABLE.contains(this);
    }
}
