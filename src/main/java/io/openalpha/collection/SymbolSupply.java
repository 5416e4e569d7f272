package io.openalpha.collection;

import io.openalpha.market.Symbol;
import java.util.List;

/** The symbols that a step is to collect, in the order of their names. */
interface SymbolSupply {

    /** How many there are in all. */
    long count();

    /** The next ones after {@code position}, the name of a symbol or empty; none when there are no more. */
    List<Symbol> after(String position, int limit);

    /** A fixed list. */
    static SymbolSupply of(List<Symbol> symbols) {
        List<Symbol> sorted = symbols.stream().distinct().sorted().toList();
        return new SymbolSupply() {
            @Override
            public long count() {
                return sorted.size();
            }

            @Override
            public List<Symbol> after(String position, int limit) {
                return sorted.stream()
                        .filter(symbol -> symbol.name().compareTo(position) > 0)
                        .limit(limit)
                        .toList();
            }
        };
    }
}
