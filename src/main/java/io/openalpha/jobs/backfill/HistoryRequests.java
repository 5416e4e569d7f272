package io.openalpha.jobs.backfill;

import io.openalpha.jobs.fetch.Supply;
import io.openalpha.jobs.fetch.SymbolSupply;
import io.openalpha.market.BarReader;
import io.openalpha.market.StoredSeries;
import io.openalpha.market.Symbol;
import java.util.List;
import java.util.Map;

/** The symbols of a run with what is to be asked of each; what is stored of them is read a page at a time. */
record HistoryRequests(SymbolSupply symbols, BarReader bars, RangePlanner rangePlanner)
        implements Supply<HistoryRequest> {

    @Override
    public long count() {
        return symbols.count();
    }

    @Override
    public List<HistoryRequest> after(String position, int limit) {
        List<Symbol> page = symbols.after(position, limit);
        Map<Symbol, StoredSeries> stored = bars.tails(page);
        return page.stream()
                .map(symbol -> rangePlanner.of(symbol, stored.get(symbol)))
                .toList();
    }

    @Override
    public String position(HistoryRequest historyRequest) {
        return historyRequest.symbol().name();
    }
}
