package io.openalpha.simulator;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The made-up market: everything about any symbol at any moment, from a seed. */
final class Market {

    /** About 33 kB each. */
    private static final int PATHS_KEPT = 200;

    private final Noise noise;
    private final MarketFactors factors;
    private final Map<String, PricePath> recentPaths =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, PricePath> eldest) {
                    return size() > PATHS_KEPT;
                }
            });
    private final Map<Exchange, TradingCalendar> calendars = new ConcurrentHashMap<>();

    Market(long seed) {
        this.noise = new Noise(seed);
        this.factors = new MarketFactors(noise);
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
        PricePath path = path(instrument, calendar, last + 1);
        SymbolOrders own = SymbolOrders.of(symbol, orders, calendar);
        CorporateActions actions = new CorporateActions(instrument, path, own.actions(), last);
        return new Listing(instrument, calendar, new PriceHistory(instrument, path, actions), own, now);
    }

    /** A path of at least so many sessions. */
    private PricePath path(SimulatedInstrument instrument, TradingCalendar calendar, int sessions) {
        PricePath known = recentPaths.get(instrument.symbol());
        if (known != null && known.sessions() >= sessions) {
            return known;
        }
        PricePath path = new PricePath(instrument, calendar, factors, sessions);
        recentPaths.put(instrument.symbol(), path);
        return path;
    }
}
