package io.openalpha.jobs.fetch;

/** Which part of its job a step has. */
enum Pass {
    /**
     * It asks for every symbol of the run: it has to end with each of them fetched or failed, and is resumed where it
     * was.
     */
    FIRST,
    /** It asks again for symbols that failed. */
    RETRY,
    /** It asks for something more, for which no run fails. */
    FOLLOW_UP;

    /** Whether this pass decides if a symbol counts as fetched or failed. */
    boolean decides() {
        return this != FOLLOW_UP;
    }

    /** Whether a resumed run leaves out what has ended; what failed is always asked for again. */
    boolean resumes() {
        return this != RETRY;
    }
}
