package io.openalpha.simulator;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers as Alpha Vantage does where nothing goes wrong but its own quota. */
record AlphaVantageService(Market market, Quota quota) implements Service {

    private static final Set<String> FUNCTIONS =
            Set.of("GLOBAL_QUOTE", "TIME_SERIES_DAILY", "TIME_SERIES_DAILY_ADJUSTED");

    /** Alpha Vantage's suffixes of exchanges with Yahoo's. */
    private static final Map<String, String> YAHOO_SUFFIX =
            Map.of("LON", "L", "DEX", "DE", "TRT", "TO", "PAR", "PA", "AMS", "AS", "MIL", "MI");

    @Override
    public String subject(URI uri, Map<String, String> parameters) {
        return parameters.getOrDefault("symbol", "");
    }

    @Override
    public ServiceResponse answer(String symbol, Map<String, String> parameters, Instant now, SimulatorOrders orders) {
        String key = parameters.getOrDefault("apikey", "");
        QuotaOrders granted = orders.quota();
        if (key.isBlank() || granted.invalidKeys().contains(key)) {
            return AlphaVantageErrors.invalidKey();
        }
        return quota.refuse(key, granted, now)
                .orElseGet(() -> served(
                        parameters, now, orders.market(), granted.premiumKeys().contains(key)));
    }

    private ServiceResponse served(Map<String, String> parameters, Instant now, MarketOrders orders, boolean paid) {
        String function = parameters.getOrDefault("function", "");
        String symbol = parameters.getOrDefault("symbol", "").toUpperCase(Locale.ROOT);
        boolean full = parameters.getOrDefault("outputsize", "compact").equals("full");
        if (!FUNCTIONS.contains(function)) {
            return AlphaVantageErrors.invalidCall(function);
        }
        if (!paid && (full || function.endsWith("ADJUSTED"))) {
            return AlphaVantageErrors.premium();
        }
        Optional<Listing> listing = market.find(yahooSpelling(symbol), now, orders)
                .filter(found -> !found.delisted())
                .filter(found -> found.exchange().type().paysAndSplits());
        if (function.equals("GLOBAL_QUOTE")) {
            return listing.map(found -> ServiceResponse.json(200, AlphaVantageWriter.quote(found, symbol), "ok"))
                    .orElseGet(() -> ServiceResponse.json(200, "{\"Global Quote\": {}}", "not-found"));
        }
        return listing.map(found -> ServiceResponse.json(
                        200, AlphaVantageWriter.series(found, symbol, full, function.endsWith("ADJUSTED")), "ok"))
                .orElseGet(() -> AlphaVantageErrors.invalidCall(function));
    }

    /** Yahoo's spelling of a symbol; for a symbol that Alpha Vantage does not know, an empty text. */
    private static String yahooSpelling(String symbol) {
        int dot = symbol.lastIndexOf('.');
        if (dot < 0) {
            return symbol.contains("=") || symbol.contains("^") ? "" : symbol;
        }
        String suffix = YAHOO_SUFFIX.get(symbol.substring(dot + 1));
        return suffix == null ? "" : symbol.substring(0, dot + 1) + suffix;
    }
}
