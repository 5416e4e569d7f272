package io.openalpha.jobs.fetch;

import io.openalpha.market.Symbol;
import java.util.List;

/** Symbols in the order of their names. */
public interface SymbolSupply extends Supply<Symbol> {

    @Override
    default String position(Symbol wanted) {
        return wanted.name();
    }

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
