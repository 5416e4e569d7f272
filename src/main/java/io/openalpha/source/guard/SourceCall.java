package io.openalpha.source.guard;

import io.openalpha.market.Quote;
import io.openalpha.source.wire.SourceException;

/** One attempt to get one quote. */
@FunctionalInterface
public interface SourceCall {

    /**
     * Makes the attempt.
     *
     * @throws SourceException if there is no quote
     * @throws InterruptedException if the thread was interrupted before there was one
     */
    Quote run() throws SourceException, InterruptedException;
}
