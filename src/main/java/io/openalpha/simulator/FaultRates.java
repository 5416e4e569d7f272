package io.openalpha.simulator;

/**
 * Shares (0 to 1) of a source's answers that go wrong; one request meets one fault at most, so their sum is 1 at most.
 *
 * @param serverErrors HTTP 500, 502 or 503
 * @param tooManyRequests HTTP 429 with a plain-text body
 * @param resets the connection is closed without an answer
 * @param timeouts never answered
 * @param truncated the connection is closed in the middle of the body
 * @param garbled HTTP 200 with an HTML page or JSON of another shape
 */
public record FaultRates(
        double serverErrors, double tooManyRequests, double resets, double timeouts, double truncated, double garbled) {

    /** @throws IllegalArgumentException if a share is negative or their sum is above 1 */
    public FaultRates {
        double least = Math.min(
                Math.min(Math.min(serverErrors, tooManyRequests), Math.min(resets, timeouts)),
                Math.min(truncated, garbled));
        double sum = serverErrors + tooManyRequests + resets + timeouts + truncated + garbled;
        if (!(least >= 0 && sum <= 1 + 1e-9)) {
            throw new IllegalArgumentException("fault rates must not be negative nor above 1 in total");
        }
    }

    /** Nothing goes wrong. */
    public static FaultRates none() {
        return new FaultRates(0, 0, 0, 0, 0, 0);
    }

    /** The same with another share of 5xx. */
    public FaultRates withServerErrors(double share) {
        return new FaultRates(share, tooManyRequests, resets, timeouts, truncated, garbled);
    }

    /** The same with another share of 429. */
    public FaultRates withTooManyRequests(double share) {
        return new FaultRates(serverErrors, share, resets, timeouts, truncated, garbled);
    }

    /** The same with another share of closed connections. */
    public FaultRates withResets(double share) {
        return new FaultRates(serverErrors, tooManyRequests, share, timeouts, truncated, garbled);
    }

    /** The same with another share of requests that are never answered. */
    public FaultRates withTimeouts(double share) {
        return new FaultRates(serverErrors, tooManyRequests, resets, share, truncated, garbled);
    }

    /** The same with another share of bodies cut off. */
    public FaultRates withTruncated(double share) {
        return new FaultRates(serverErrors, tooManyRequests, resets, timeouts, share, garbled);
    }

    /** The same with another share of bodies that are something else. */
    public FaultRates withGarbled(double share) {
        return new FaultRates(serverErrors, tooManyRequests, resets, timeouts, truncated, share);
    }
}
