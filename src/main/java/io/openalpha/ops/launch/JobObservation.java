package io.openalpha.ops.launch;

/**
 * What is seen of a started run from outside.
 *
 * @param note why it waits or why it failed, for the person who asked for it; else empty
 */
record JobObservation(Phase phase, String note) {

    /** How far it got, as far as that can be seen from outside. */
    enum Phase {
        WAITING,
        WORKING,
        SUCCEEDED,
        FAILED
    }

    static final JobObservation WORKING = new JobObservation(Phase.WORKING, "");
    static final JobObservation SUCCEEDED = new JobObservation(Phase.SUCCEEDED, "");

    static JobObservation waiting(String note) {
        return new JobObservation(Phase.WAITING, note);
    }

    static JobObservation failed(String note) {
        return new JobObservation(Phase.FAILED, note);
    }
}
