package io.openalpha.fetch;

import io.openalpha.market.Symbol;
import io.openalpha.market.Universe;
import java.util.List;

/** Every enabled symbol of the universe. */
public record EnabledSymbols(Universe universe) implements SymbolSupply {

    @Override
    public long count() {
        return universe.enabledCount();
    }

    @Override
    public List<Symbol> after(String position, int limit) {
        return universe.enabledAfter(position, limit);
    }
}
