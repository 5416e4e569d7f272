package io.openalpha.ops.launch;

/**
 * What is seen of a started run from outside.
 *
 * @param note why it waits, why an attempt of it failed, or why it failed itself, for the user; else empty
 */
record JobObservation(TaskState state, String note, boolean unstartable) {

    static final JobObservation COMPLETED = new JobObservation(TaskState.COMPLETED, "", false);

    static JobObservation running(String note) {
        return new JobObservation(TaskState.RUNNING, note, false);
    }

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
