package io.openalpha.web.dashboard.runs;

import java.util.Locale;
import java.util.Set;

/** How an execution fares. */
public enum RunState {
    STARTING,
    STARTED,
    STOPPING,
    COMPLETED,
    SKIPPED,
    STOPPED,
    FAILED,
    LOST,
    ABANDONED,
    UNKNOWN;

    private static final Set<RunState> AT_WORK = Set.of(STARTING, STARTED, STOPPING);
    private static final Set<RunState> RESUMABLE = Set.of(STOPPED, FAILED, LOST, UNKNOWN);

    /**
     * From the job repository.
     *
     * @param held whether some run holds the job's lock; what says that it runs, but does not hold it, has died
     */
    static RunState of(String status, String exitCode, boolean held) {
        RunState state = valueOf(status);
        if (AT_WORK.contains(state) && !held) {
            return LOST;
        }
        return state == COMPLETED && exitCode.equals("SKIPPED") ? SKIPPED : state;
    }

    /** As people read it. */
    public String word() {
        return this == STARTED ? "running" : name().toLowerCase(Locale.ROOT);
    }

    /** The colour by which pages tell states apart. */
    public String tone() {
        return switch (this) {
            case STARTING, STARTED, STOPPING -> "busy";
            case COMPLETED -> "good";
            case SKIPPED, ABANDONED -> "idle";
            case STOPPED -> "warn";
            case FAILED, LOST, UNKNOWN -> "bad";
        };
    }

    /** Whether a process is at it. */
    public boolean isAtWork() {
        return AT_WORK.contains(this);
    }

    /** Whether it can be started again where it ended, or be given up. */
    public boolean isResumable() {
        return RESUMABLE.contains(this);
    }
}
