package io.openalpha.app;

import io.openalpha.simulator.ClockOrder;
import io.openalpha.simulator.FaultRates;
import io.openalpha.simulator.MarketOrders;
import io.openalpha.simulator.Outage;
import io.openalpha.simulator.SimulatorOrders;
import io.openalpha.simulator.SourceOrders;
import java.time.Duration;
import java.util.Set;
import picocli.CommandLine.Option;

/** Faults that a user orders of the simulated market when it starts; both services get the same. */
final class SimulatedFaults {

    @Option(names = "--latency", defaultValue = "0", description = "Milliseconds until an answer. Default: 0.")
    private long latency;

    @Option(names = "--latency-spread", defaultValue = "0", description = "Milliseconds that it varies by. Default: 0.")
    private long latencySpread;

    @Option(names = "--errors", defaultValue = "0", description = "Share (0 to 1) of answers with a 5xx status.")
    private double errors;

    @Option(names = "--too-many", defaultValue = "0", description = "Share of answers with status 429.")
    private double tooMany;

    @Option(names = "--resets", defaultValue = "0", description = "Share of connections that are closed unanswered.")
    private double resets;

    @Option(names = "--timeouts", defaultValue = "0", description = "Share of requests that are never answered.")
    private double timeouts;

    @Option(names = "--truncated", defaultValue = "0", description = "Share of bodies that are cut off.")
    private double truncated;

    @Option(names = "--garbled", defaultValue = "0", description = "Share of bodies that are something else.")
    private double garbled;

    @Option(
            names = "--rate-limit",
            defaultValue = "0",
            description = "Requests a second beyond which 429 is answered. Default: no limit.")
    private int rateLimit;

    @Option(names = "--unknown", split = ",", description = "Symbols that do not exist.")
    private Set<String> unknown = Set.of();

    @Option(
            names = "--outage",
            defaultValue = "0",
            description = "Seconds from the start for which every request is answered 503. Default: 0.")
    private long outage;

    @Option(
            names = "--quota",
            defaultValue = "25",
            description = "Alpha Vantage's calls a day; 0 for no limit. Default: 25.")
    private int quota;

    @Option(
            names = "--clock",
            defaultValue = "real",
            description = "The market's time: real, 'fixed INSTANT', 'offset DURATION' or 'speed FACTOR from INSTANT'."
                    + " Default: real.")
    @SuppressWarnings("NullAway.Init")
    private String clock;

    SimulatorOrders orders() {
        SimulatorOrders none = SimulatorOrders.none();
        return none.withYahoo(faulty(none.yahoo()))
                .withAlphaVantage(faulty(none.alphaVantage()))
                .withQuota(none.quota()
                        .withLimits(none.quota().perSecond(), none.quota().perMinute(), quota))
                .withMarket(MarketOrders.plain().withUnknownSymbols(unknown))
                .withClock(ClockOrder.parse(clock));
    }

    private SourceOrders faulty(SourceOrders orders) {
        return orders.withLatency(Duration.ofMillis(latency), Duration.ofMillis(latencySpread))
                .withFaults(new FaultRates(errors, tooMany, resets, timeouts, truncated, garbled))
                .withRateLimit(rateLimit, null)
                .withOutage(outage > 0 ? Outage.Kind.UNAVAILABLE : Outage.Kind.NONE, Duration.ofSeconds(outage));
    }
}
