package io.openalpha.simulator;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A simulator on Friday, 20 November 2026, noon in New York, and somebody to ask it. */
abstract class SimulatorTestCase {

    static final SimulatorOrders FRIDAY_NOON = SimulatorOrders.none()
            .withClock(ClockOrder.fixed(Instant.parse("2026-11-20T17:00:00Z")))
            .withMarket(MarketOrders.plain().withShares(0, 0));

    Simulator simulator;
    Caller caller;

    @BeforeEach
    void start() throws IOException {
        simulator = Simulator.start(SimulatorOptions.defaults().withOrders(FRIDAY_NOON));
        caller = new Caller(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    void setClock(String instant) {
        simulator.order(simulator.orders().withClock(ClockOrder.fixed(Instant.parse(instant))));
    }

    void setMarket(MarketOrders orders) {
        simulator.order(simulator.orders().withMarket(orders));
    }

    void orderEvents(String... events) {
        setMarket(simulator.orders().market().withEvents(events));
    }

    static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asDouble(Double.NaN);
        }
        return numbers;
    }

    static double[] closes(JsonNode chart) {
        return numbers(chart.at("/indicators/quote/0/close"));
    }

    static double[] adjustedCloses(JsonNode chart) {
        return numbers(chart.at("/indicators/adjclose/0/adjclose"));
    }
}
