package io.openalpha.source.guard;

import io.openalpha.source.activity.SourceActivity;
import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure.Garbled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a call, with retries, and records the outcome and duration of each attempt. Whatever else is thrown
 * while an answer is read says that the answer is not intact.
 */
final class WatchedCall<T> implements SourceCall<T> {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedCall.class);

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
        } catch (RuntimeException | StackOverflowError e) {
            LOG.debug("An answer of {} cannot be read", activity.source(), e);
            SourceException garbled = new SourceException(new Garbled("an answer that cannot be read: " + e));
            count(garbled.failure().reason(), begun);
            throw garbled;
        }
    }

    private void count(String outcome, long begun) {
        activity.requested(outcome, System.nanoTime() - begun, again);
        again = true;
    }
}
