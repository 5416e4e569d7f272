package io.openalpha.simulator;

/** The services that are imitated. */
enum Source {
    YAHOO,
    ALPHA_VANTAGE;

    SourceOrders orders(SimulatorOrders orders) {
        return this == YAHOO ? orders.yahoo() : orders.alphaVantage();
    }
}
