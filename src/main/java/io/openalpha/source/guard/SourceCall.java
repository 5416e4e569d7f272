package io.openalpha.source.guard;

import io.openalpha.source.wire.SourceException;

/** One attempt to get something of a source. */
@FunctionalInterface
public interface SourceCall<T> {

    /**
     * Makes the attempt.
     *
     * @throws SourceException if there is nothing
     * @throws InterruptedException if the thread was interrupted before it was complete
     */
    T run() throws SourceException, InterruptedException;
}
