package io.openalpha.jobs.fetch;

import java.time.Duration;

/** The settings of every job over symbols. */
public interface FetchSettings {

    /** The prefix of the settings, such as {@code openalpha.collection}. */
    String prefix();

    /** Symbols a commit. */
    int chunkSize();

    /**
     * Symbols in work at the same time: more than a source's concurrency, so that the next request can leave while an
     * answer is read.
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
