package io.openalpha.ops.launch;

/** How far a task got. */
public enum TaskState {
    /** It was asked for; its run has not begun. */
    PENDING,
    /** Its run is at work, or is about to be resumed by Kubernetes after a failure. */
    RUNNING,
    /** Its run did all there was to do. */
    COMPLETED,
    /** Its run failed, was stopped, or could not begin; the reason is given. */
    FAILED;

    /** Whether nothing more is to come. */
    public boolean ended() {
        return this == COMPLETED || this == FAILED;
    }
}
