package io.openalpha.source.activity;

import java.util.List;

/** Listens to every request, on the thread that made it: it must neither block nor throw. */
@FunctionalInterface
public interface RequestWatch {

    /** Tells all of these. */
    static RequestWatch all(List<RequestWatch> watches) {
        return (source, outcome, nanos, again) ->
                watches.forEach(watch -> watch.requested(source, outcome, nanos, again));
    }

    /**
     * A request was made.
     *
     * @param outcome {@link SourceActivity#ANSWERED}, or the reason of the failure: one of a few words
     * @param nanos how long it took
     * @param again whether it repeated one that had failed
     */
    void requested(String source, String outcome, long nanos, boolean again);
}
