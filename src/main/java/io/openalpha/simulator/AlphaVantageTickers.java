package io.openalpha.simulator;

import java.util.Map;

/** Alpha Vantage's spelling of symbols. */
final class AlphaVantageTickers {

    private static final Map<String, String> YAHOO_SUFFIX =
            Map.of("LON", "L", "DEX", "DE", "TRT", "TO", "PAR", "PA", "AMS", "AS", "MIL", "MI");

    private AlphaVantageTickers() {}

    /** Yahoo's spelling, or something that Yahoo does not know where Alpha Vantage would not either. */
    static String yahoo(String symbol) {
        int dot = symbol.lastIndexOf('.');
        if (dot < 0) {
            return symbol.contains("=") || symbol.contains("^") ? "" : symbol;
        }
        String suffix = YAHOO_SUFFIX.get(symbol.substring(dot + 1));
        return suffix == null ? "" : symbol.substring(0, dot + 1) + suffix;
    }
}
