package io.openalpha.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The paths used last, in bounded memory: about 33 kB each. */
final class PricePaths {

    private static final int KEPT = 200;

    private final MarketFactors factors;
    private final Map<String, PricePath> recent = new LinkedHashMap<>(16, 0.75f, true);

    PricePaths(MarketFactors factors) {
        this.factors = factors;
    }

    /** A path of at least so many sessions. */
    PricePath of(SimulatedInstrument instrument, TradingCalendar calendar, int sessions) {
        PricePath known = find(instrument.symbol());
        if (known != null && known.sessions() >= sessions) {
            return known;
        }
        PricePath path = new PricePath(instrument, calendar, factors, sessions);
        keep(instrument.symbol(), path);
        return path;
    }

    private synchronized @Nullable PricePath find(String symbol) {
        return recent.get(symbol);
    }

    private synchronized void keep(String symbol, PricePath path) {
        recent.put(symbol, path);
        if (recent.size() > KEPT) {
            var eldest = recent.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }
}
