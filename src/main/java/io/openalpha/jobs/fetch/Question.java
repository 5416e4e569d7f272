package io.openalpha.jobs.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is asked of the sources for each thing wanted. Called by many threads at once. */
public interface Question<T, A> {

    /**
     * Asks once.
     *
     * @return what came of it, also where that is a failure; null if every source is being left alone for now
     * @throws InterruptedException if the thread was interrupted before there was an answer
     */
    @Nullable
    A ask(T wanted) throws InterruptedException;

    /** How long every source will be left alone; zero if one may be asked now. */
    Duration untilAvailable();
}
