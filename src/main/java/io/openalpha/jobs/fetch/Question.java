package io.openalpha.jobs.fetch;

import io.openalpha.market.Symbol;
import io.openalpha.source.Answer;

/**
 * What is asked of the sources for one symbol. It may be asked again while no source may be called.
 *
 * @param <A> the answer
 */
public interface Question<A> {

    /** The symbol that it is about. */
    Symbol symbol();

    /**
     * Asks once, on a thread of its own.
     *
     * @throws InterruptedException if the thread was interrupted before there was an answer
     */
    Answer<A> ask() throws InterruptedException;
}
