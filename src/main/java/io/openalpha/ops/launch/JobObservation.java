package io.openalpha.ops.launch;

/**
 * What is seen of a started run from outside.
 *
 * @param note why it waits or why it failed, for the user; else empty
 */
record JobObservation(TaskState state, String note) {

    static final JobObservation RUNNING = new JobObservation(TaskState.RUNNING, "");
    static final JobObservation COMPLETED = new JobObservation(TaskState.COMPLETED, "");

    static JobObservation pending(String note) {
        return new JobObservation(TaskState.PENDING, note);
    }

    static JobObservation failed(String note) {
        return new JobObservation(TaskState.FAILED, note);
    }
}
