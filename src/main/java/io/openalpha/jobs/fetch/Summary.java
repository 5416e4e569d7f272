package io.openalpha.jobs.fetch;

import java.util.Map;

/** What a run has achieved so far; its text form is for the log. */
public interface Summary {

    /** Number of symbols that failed, by reason. */
    Map<String, Long> failed();

    /** Symbols that failed, of all that were asked for, 0 to 1. */
    double failedShare();
}
