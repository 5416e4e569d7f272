package io.openalpha.simulator;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one of the two services treats its callers.
 *
 * @param latency from the request to the answer
 * @param latencySpread each answer is up to this much earlier or later, evenly
 * @param faults shares of answers that go wrong
 * @param outage refusal of everything
 * @param requestsPerSecond beyond which 429 is answered, refused ones counted too, in real time; 0: no limit
 * @param retryAfter the header of a 429, in whole seconds; null: none, as the real service
 * @param consentRedirect whether every request is answered by a redirect (307) to a consent page
 * @param refusedUserAgents beginnings of the {@code User-Agent} that is answered 429; a missing one counts as
 *     {@code Java}
 */
public record SourceOrders(
        Duration latency,
        Duration latencySpread,
        FaultRates faults,
        Outage outage,
        int requestsPerSecond,
        @Nullable Duration retryAfter,
        boolean consentRedirect,
        List<String> refusedUserAgents) {

    /** @throws IllegalArgumentException if a duration or the rate is negative */
    public SourceOrders {
        if (latency.isNegative() || latencySpread.isNegative() || requestsPerSecond < 0) {
            throw new IllegalArgumentException("latency, its spread and requests per second must not be negative");
        }
        refusedUserAgents = List.copyOf(refusedUserAgents);
    }

    /** At once, everything, for everybody. */
    public static SourceOrders none() {
        return new SourceOrders(
                Duration.ZERO, Duration.ZERO, FaultRates.none(), Outage.none(), 0, null, false, List.of());
    }

    /** The same with another latency. */
    public SourceOrders withLatency(Duration mean, Duration spread) {
        return new SourceOrders(
                mean, spread, faults, outage, requestsPerSecond, retryAfter, consentRedirect, refusedUserAgents);
    }

    /** The same with other shares of faults. */
    public SourceOrders withFaults(FaultRates rates) {
        return new SourceOrders(
                latency,
                latencySpread,
                rates,
                outage,
                requestsPerSecond,
                retryAfter,
                consentRedirect,
                refusedUserAgents);
    }

    /** The same with an outage that begins when the order is given. */
    public SourceOrders withOutage(Outage.Kind kind, @Nullable Duration lasting) {
        Outage begun = new Outage(kind, lasting);
        return new SourceOrders(
                latency,
                latencySpread,
                faults,
                begun,
                requestsPerSecond,
                retryAfter,
                consentRedirect,
                refusedUserAgents);
    }

    /** The same with a rate limit and what a 429 says of it. */
    public SourceOrders withRateLimit(int perSecond, @Nullable Duration wait) {
        return new SourceOrders(
                latency, latencySpread, faults, outage, perSecond, wait, consentRedirect, refusedUserAgents);
    }

    /** The same with or without the redirect to a consent page. */
    public SourceOrders withConsentRedirect(boolean redirect) {
        return new SourceOrders(
                latency, latencySpread, faults, outage, requestsPerSecond, retryAfter, redirect, refusedUserAgents);
    }

    /** The same with other refused user agents. */
    public SourceOrders withRefusedUserAgents(List<String> beginnings) {
        return new SourceOrders(
                latency, latencySpread, faults, outage, requestsPerSecond, retryAfter, consentRedirect, beginnings);
    }
}
