package io.openalpha.jobs.fetch;

import java.time.Duration;

/** What every job over symbols lets be set. */
public interface FetchSettings {

    /** What the names of the settings begin with, such as {@code openalpha.collection}. */
    String prefix();

    /** Symbols a commit. */
    int chunkSize();

    /**
     * Symbols in work at the same time: more than a source's concurrency, for while one answer is read the next request
     * can leave.
     */
    int inFlight();

    /** Symbols after which the job pauses, out of politeness to free services. */
    int politenessBatch();

    /** How long it pauses; zero for not at all. */
    Duration politenessDelay();

    /** After which a run ends, whatever is missing. */
    Duration timeLimit();

    /** Share of symbols, 0 to 1, that may fail before the run counts as failed. */
    double maxFailedShare();
}
