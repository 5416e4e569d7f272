package io.openalpha.source.alphavantage;

import io.openalpha.market.Symbol;
import java.util.regex.Pattern;

/**
 * Which symbols Alpha Vantage is asked for, and how it spells them. Its quotes do not say in which currency, and in
 * London not even whether in pounds or pence, so only American listings are asked for, which are in dollars: a ticker
 * of letters, perhaps with a share class A, B or C. Another letter or more of them after the dot is an exchange.
 */
final class AlphaVantageSymbols {

    private static final Pattern AMERICAN = Pattern.compile("[A-Z]{1,5}([.-][ABC])?");

    private AlphaVantageSymbols() {}

    static boolean serves(Symbol symbol) {
        return AMERICAN.matcher(symbol.name()).matches();
    }

    static String spell(Symbol symbol) {
        return symbol.name().replace('.', '-');
    }
}
