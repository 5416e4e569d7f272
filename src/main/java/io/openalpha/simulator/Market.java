package io.openalpha.simulator;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The made-up market: everything about any symbol at any moment, from a seed. */
final class Market {

    private final Noise noise;
    private final MarketFactors factors;
    private final PricePaths paths;
    private final Map<Exchange, TradingCalendar> calendars = new ConcurrentHashMap<>();

    Market(long seed) {
        this.noise = new Noise(seed);
        this.factors = new MarketFactors(noise);
        this.paths = new PricePaths(factors);
    }

    /** An instrument as it is known at a moment; empty if there is none of that symbol (in Yahoo's spelling). */
    Optional<Listing> find(String symbol, Instant now, MarketOrders orders) {
        if (orders.unknownSymbols().contains(symbol)) {
            return Optional.empty();
        }
        return Exchanges.of(symbol).map(exchange -> listing(symbol, exchange, now, orders));
    }

    private Listing listing(String symbol, Exchange exchange, Instant now, MarketOrders orders) {
        TradingCalendar calendar = calendars.computeIfAbsent(exchange, TradingCalendar::new);
        SimulatedInstrument instrument = SimulatedInstrument.of(symbol, exchange, noise);
        int last = calendar.lastOpened(now.getEpochSecond());
        PricePath path = paths.of(instrument, calendar, last + 1);
        SymbolOrders own = SymbolOrders.of(symbol, orders, calendar);
        CorporateActions actions = new CorporateActions(instrument, path, own.actions(), last);
        return new Listing(instrument, calendar, new PriceHistory(instrument, path, actions), own, now);
    }
}
