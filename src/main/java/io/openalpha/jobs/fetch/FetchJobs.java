package io.openalpha.jobs.fetch;

import io.openalpha.run.Run;
import io.openalpha.source.SourceChain;
import java.time.Clock;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The services of every job over symbols.
 *
 * @param savepoint undoes what fails inside it and leaves the surrounding transaction usable
 */
public record FetchJobs(SourceChain chain, FailureTable failures, TransactionOperations savepoint, Clock clock) {

    /** Begins the definition of such a job for one run. */
    public FetchJob of(Run run, FetchSettings settings, FetchReport report) {
        return new FetchJob(this, run, settings, report);
    }
}
