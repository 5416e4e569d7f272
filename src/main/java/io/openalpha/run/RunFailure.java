package io.openalpha.run;

import java.time.Instant;

/**
 * A symbol that failed in a run.
 *
 * @param runId empty for runs that were not started by OpenAlpha
 * @param item the symbol
 * @param detail what the source said
 * @param retryable whether another attempt may help
 */
public record RunFailure(
        String job, String runId, String item, String reason, String detail, boolean retryable, Instant at) {}
