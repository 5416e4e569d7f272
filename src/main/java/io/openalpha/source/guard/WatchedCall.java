package io.openalpha.source.guard;

import io.openalpha.source.activity.SourceActivity;
import io.openalpha.source.wire.SourceException;

/** Makes a call, once or again and again, and counts each time what came of it and how long it took. */
final class WatchedCall<T> implements SourceCall<T> {

    private final SourceCall<T> call;
    private final SourceActivity activity;
    private boolean again;

    WatchedCall(SourceCall<T> call, SourceActivity activity) {
        this.call = call;
        this.activity = activity;
    }

    @Override
    public T run() throws SourceException, InterruptedException {
        long begun = System.nanoTime();
        try {
            T answer = call.run();
            count(SourceActivity.ANSWERED, begun);
            return answer;
        } catch (SourceException e) {
            if (e.wasAsked()) {
                count(e.failure().reason(), begun);
            }
            throw e;
        }
    }

    private void count(String outcome, long begun) {
        activity.requested(outcome, System.nanoTime() - begun, again);
        again = true;
    }
}
