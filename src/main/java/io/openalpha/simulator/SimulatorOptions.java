package io.openalpha.simulator;

/**
 * How a simulator is started.
 *
 * @param host address to listen on
 * @param port 0: any free one
 * @param seed the same seed makes the same market and the same faults
 * @param gzip whether answers are compressed for callers that ask for it
 * @param orders the first orders, to which a reset returns
 */
public record SimulatorOptions(String host, int port, long seed, boolean gzip, SimulatorOrders orders) {

    /** This machine only, a free port, seed 42, no faults, real time. */
    public static SimulatorOptions defaults() {
        return new SimulatorOptions("127.0.0.1", 0, 42, /* gzip= */ true, SimulatorOrders.none());
    }

    /** The same on another address. */
    public SimulatorOptions withHost(String address) {
        return new SimulatorOptions(address, port, seed, gzip, orders);
    }

    /** The same on another port. */
    public SimulatorOptions withPort(int number) {
        return new SimulatorOptions(host, number, seed, gzip, orders);
    }

    /** The same with another market. */
    public SimulatorOptions withSeed(long number) {
        return new SimulatorOptions(host, port, number, gzip, orders);
    }

    /** The same with uncompressed answers, which take less processor time from a benchmark on one machine. */
    public SimulatorOptions withoutGzip() {
        return new SimulatorOptions(host, port, seed, /* gzip= */ false, orders);
    }

    /** The same with other orders. */
    public SimulatorOptions withOrders(SimulatorOrders first) {
        return new SimulatorOptions(host, port, seed, gzip, first);
    }

    /** The same at another time. */
    public SimulatorOptions withClock(ClockOrder clock) {
        return withOrders(orders.withClock(clock));
    }
}
