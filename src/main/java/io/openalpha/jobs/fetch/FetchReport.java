package io.openalpha.jobs.fetch;

import java.util.Map;

/** What a job says of its runs. */
public interface FetchReport {

    /**
     * One sentence for the log.
     *
     * @param counts what all steps counted, by name
     */
    String summary(RunTally tally, Map<String, Long> counts);
}
