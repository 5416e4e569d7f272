package io.openalpha.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what goes wrong with a request: by its symbol and number, so that runs repeat whatever the order. */
final class Faults {

    private static final List<Integer> SERVER_ERRORS = List.of(500, 502, 503);

    private final Noise noise;

    Faults(long seed) {
        this.noise = new Noise(seed).named("faults");
    }

    Fault draw(Source source, String symbol, long number, SourceOrders orders) {
        return Fault.drawn(orders.faults(), stream(source, symbol).uniform(number * 3));
    }

    Duration latency(Source source, String symbol, long number, SourceOrders orders) {
        double spread = orders.latencySpread().toNanos();
        double nanos = orders.latency().toNanos() + stream(source, symbol).between(-spread, spread, number * 3 + 1);
        return Duration.ofNanos(Math.max(0, (long) nanos));
    }

    ServiceResponse serverError(Source source, String symbol, long number) {
        int status = SERVER_ERRORS.get((int) (stream(source, symbol).uniform(number * 3 + 2) * SERVER_ERRORS.size()));
        return ServiceResponse.text(
                status, "text/html", "<html><body><h1>%s</h1></body></html>".formatted(status), "5xx");
    }

    ServiceResponse garbled(Source source, String symbol, long number) {
        return stream(source, symbol).uniform(number * 3 + 2) < 0.5
                ? ServiceResponse.text(
                        200, "text/html", "<!doctype html><html><body>Be right back</body></html>", "garbled")
                : ServiceResponse.json(200, "{\"something\":[\"else\"]}", "garbled");
    }

    /** What a source answers before it looks at what is asked; empty: it looks. */
    static Optional<ServiceResponse> refusal(
            SourceOrders orders, Outage.Kind outage, long withinSecond, @Nullable String userAgent) {
        if (outage == Outage.Kind.UNAVAILABLE) {
            return Optional.of(ServiceResponse.text(503, "text/plain", "Service Unavailable", "outage"));
        }
        String agent = userAgent == null ? "Java" : userAgent;
        if (orders.refusedUserAgents().stream().anyMatch(agent::startsWith)) {
            return Optional.of(tooManyRequests(orders, "user-agent"));
        }
        if (orders.consentRedirect()) {
            return Optional.of(new ServiceResponse(
                    307,
                    "text/html; charset=utf-8",
                    new byte[0],
                    Map.of("Location", "https://consent.invalid/consent"),
                    "consent"));
        }
        if (orders.requestsPerSecond() > 0 && withinSecond > orders.requestsPerSecond()) {
            return Optional.of(tooManyRequests(orders, "429"));
        }
        return Optional.empty();
    }

    static ServiceResponse tooManyRequests(SourceOrders orders, String outcome) {
        byte[] body = "Too Many Requests".getBytes(StandardCharsets.UTF_8);
        ServiceResponse answer = new ServiceResponse(429, "text/plain", body, Map.of(), outcome);
        Duration wait = orders.retryAfter();
        return wait == null ? answer : answer.withHeader("Retry-After", Long.toString(wait.toSeconds()));
    }

    private Noise stream(Source source, String symbol) {
        return noise.named(source.name() + symbol);
    }
}
