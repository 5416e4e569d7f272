package io.openalpha.source.guard;

import io.openalpha.source.wire.SourceException;
import java.time.Duration;

/** Keeps the calls to a source within the rate that it allows. */
public interface Limiter {

    /**
     * Makes the call as soon as it is allowed.
     *
     * @throws SourceException if the call failed or would have to wait longer than the limiter's bound
     * @throws InterruptedException if the thread was interrupted before the call was over
     */
    <T> T call(SourceCall<T> call) throws SourceException, InterruptedException;

    /** Whether calls are so few that they should be kept for when no other source answers. */
    boolean isScarce();

    /** How long no call will be allowed, beyond what a call may wait; zero if one is allowed now. */
    Duration untilAllowed();
}
