package io.openalpha.source.yahoo;

import io.openalpha.market.Symbol;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Yahoo's spelling of symbols. It writes a dot before an exchange ({@code OCDO.L} is Ocado in London) and a hyphen
 * before a share class ({@code BRK-B}), where the American tape writes a dot before both. So a dot becomes a hyphen
 * only before the classes A, B and C of a plain American ticker: no exchange of Yahoo's has one of these letters as its
 * suffix, while L (London), F (Frankfurt), T (Tokyo) and V (TSX Venture) are exchanges.
 */
final class YahooSymbols {

    private static final Pattern AMERICAN_SHARE_CLASS = Pattern.compile("([A-Z]{1,5})\\.([ABC])");

    private YahooSymbols() {}

    static String spell(Symbol symbol) {
        Matcher shareClass = AMERICAN_SHARE_CLASS.matcher(symbol.name());
        return shareClass.matches() ? shareClass.group(1) + "-" + shareClass.group(2) : symbol.name();
    }
}
