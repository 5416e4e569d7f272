package io.openalpha.source.activity;

/** Listens to every request, on the thread that made it: it must neither block nor throw. */
@FunctionalInterface
public interface RequestWatch {

    /** Does nothing. */
    RequestWatch NONE = (source, outcome, nanos, again) -> {};

    /**
     * A request was made.
     *
     * @param outcome {@link SourceActivity#ANSWERED}, or the reason of the failure: one of a few words
     * @param nanos how long it took
     * @param again whether it repeated one that had failed
     */
    void requested(String source, String outcome, long nanos, boolean again);
}
