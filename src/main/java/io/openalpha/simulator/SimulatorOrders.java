package io.openalpha.simulator;

import java.util.List;

/**
 * Everything that can be ordered of a running simulator; its JSON form is that of {@code /simulator/orders}.
 *
 * @param clock the market's time
 * @param market what is to be found in it
 * @param yahoo how Yahoo Finance treats its callers
 * @param alphaVantage how Alpha Vantage treats its callers
 * @param quota what Alpha Vantage grants a key
 */
public record SimulatorOrders(
        ClockOrder clock, MarketOrders market, SourceOrders yahoo, SourceOrders alphaVantage, QuotaOrders quota) {

    /** Real time, no faults; Yahoo refuses Java's own user agent and Alpha Vantage has a free key's quota. */
    public static SimulatorOrders none() {
        return new SimulatorOrders(
                ClockOrder.real(),
                MarketOrders.plain(),
                SourceOrders.none().withRefusedUserAgents(List.of("Java")),
                SourceOrders.none(),
                QuotaOrders.free());
    }

    /** The same at another time. */
    public SimulatorOrders withClock(ClockOrder order) {
        return new SimulatorOrders(order, market, yahoo, alphaVantage, quota);
    }

    /** The same with another market. */
    public SimulatorOrders withMarket(MarketOrders orders) {
        return new SimulatorOrders(clock, orders, yahoo, alphaVantage, quota);
    }

    /** The same with another treatment by Yahoo. */
    public SimulatorOrders withYahoo(SourceOrders orders) {
        return new SimulatorOrders(clock, market, orders, alphaVantage, quota);
    }

    /** The same with another treatment by Alpha Vantage. */
    public SimulatorOrders withAlphaVantage(SourceOrders orders) {
        return new SimulatorOrders(clock, market, yahoo, orders, quota);
    }

    /** The same with another quota. */
    public SimulatorOrders withQuota(QuotaOrders orders) {
        return new SimulatorOrders(clock, market, yahoo, alphaVantage, orders);
    }
}
