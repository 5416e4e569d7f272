package io.openalpha.ops.launch;

/**
 * What is seen of a started run from outside.
 *
 * @param note why it waits or why it failed, for the user; else empty
 */
record JobObservation(TaskState state, String note, boolean unstartable) {

    static final JobObservation RUNNING = new JobObservation(TaskState.RUNNING, "", false);
    static final JobObservation COMPLETED = new JobObservation(TaskState.COMPLETED, "", false);

    static JobObservation pending(String note) {
        return new JobObservation(TaskState.PENDING, note, false);
    }

    static JobObservation failed(String note) {
        return new JobObservation(TaskState.FAILED, note, false);
    }

    static JobObservation unstartable(String note) {
        return new JobObservation(TaskState.FAILED, note, true);
    }
}
