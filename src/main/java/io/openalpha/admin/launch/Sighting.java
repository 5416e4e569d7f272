package io.openalpha.admin.launch;

/**
 * What is seen of a started run from outside.
 *
 * @param note why it waits or why it failed, for the person who asked for it; else empty
 */
record Sighting(Phase phase, String note) {

    /** How far it got, as far as that can be seen from outside. */
    enum Phase {
        WAITING,
        WORKING,
        SUCCEEDED,
        FAILED
    }

    static final Sighting WORKING = new Sighting(Phase.WORKING, "");
    static final Sighting SUCCEEDED = new Sighting(Phase.SUCCEEDED, "");

    static Sighting waiting(String note) {
        return new Sighting(Phase.WAITING, note);
    }

    static Sighting failed(String note) {
        return new Sighting(Phase.FAILED, note);
    }
}
