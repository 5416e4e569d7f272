package io.openalpha.simulator;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The orders in force, and since when. */
final class OrderBook {

    private final SimulatorOrders first;
    private volatile Page page;

    OrderBook(SimulatorOrders first) {
        this.first = first;
        this.page = new Page(first, null);
    }

    Page page() {
        return page;
    }

    synchronized void order(SimulatorOrders orders) {
        page = new Page(orders, page);
    }

    synchronized void reset() {
        page = new Page(first, null);
    }

    /** One state of the orders. What is ordered again unchanged goes on: the clock and outages do not begin anew. */
    static final class Page {

        private final SimulatorOrders orders;
        private final MarketClock clock;
        private final Map<Source, Long> outageSince = new EnumMap<>(Source.class);

        private Page(SimulatorOrders orders, @Nullable Page before) {
            this.orders = orders;
            this.clock = before != null && before.orders.clock().equals(orders.clock())
                    ? before.clock
                    : new MarketClock(orders.clock());
            for (Source source : Source.values()) {
                outageSince.put(source, outageSince(source, before));
            }
        }

        private long outageSince(Source source, @Nullable Page before) {
            Outage outage = source.orders(orders).outage();
            return before != null && source.orders(before.orders).outage().equals(outage)
                    ? before.since(source)
                    : System.nanoTime();
        }

        SimulatorOrders orders() {
            return orders;
        }

        MarketClock clock() {
            return clock;
        }

        /** What a source suffers from now. */
        Outage.Kind outage(Source source) {
            Outage outage = source.orders(orders).outage();
            Duration lasting = outage.lasting();
            boolean over = lasting != null && System.nanoTime() - since(source) >= lasting.toNanos();
            return over ? Outage.Kind.NONE : outage.kind();
        }

        private long since(Source source) {
            return outageSince.getOrDefault(source, 0L);
        }
    }
}
