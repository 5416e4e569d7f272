package io.openalpha.backfill;

import io.openalpha.fetch.Supply;
import io.openalpha.fetch.SymbolSupply;
import io.openalpha.market.BarReader;
import io.openalpha.market.StoredSeries;
import io.openalpha.market.Symbol;
import java.util.List;
import java.util.Map;

/** The symbols of a run with what is to be asked of each; what is stored of them is read a page at a time. */
record WantedSymbols(SymbolSupply symbols, BarReader bars, Wishes wishes) implements Supply<Wanted> {

    @Override
    public long count() {
        return symbols.count();
    }

    @Override
    public List<Wanted> after(String position, int limit) {
        List<Symbol> page = symbols.after(position, limit);
        Map<Symbol, StoredSeries> stored = bars.tails(page);
        return page.stream()
                .map(symbol -> wishes.of(symbol, stored.get(symbol)))
                .toList();
    }

    @Override
    public String position(Wanted wanted) {
        return wanted.symbol().name();
    }
}
