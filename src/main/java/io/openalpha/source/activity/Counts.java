package io.openalpha.source.activity;

/**
 * Requests that ended in one way.
 *
 * @param retries how many of them repeated one that had failed
 * @param seconds how long they took, together
 */
public record Counts(long requests, long retries, double seconds, Latencies latencies) {

    /** No requests. */
    public static final Counts NONE = new Counts(0, 0, 0, Latencies.NONE);

    /** These and others. */
    public Counts plus(Counts others) {
        return new Counts(
                requests + others.requests,
                retries + others.retries,
                seconds + others.seconds,
                latencies.plus(others.latencies));
    }
}
