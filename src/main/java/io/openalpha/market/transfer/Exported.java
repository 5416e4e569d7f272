package io.openalpha.market.transfer;

import io.openalpha.market.AcceptedConflict;
import io.openalpha.market.BarSeries;
import io.openalpha.market.CorporateAction;
import io.openalpha.market.Symbol;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an export says of its symbols beside their bars; nothing where the file is none. */
record Exported(
        Map<Symbol, BarSeries> series,
        Map<Symbol, List<CorporateAction>> actions,
        Map<Symbol, Set<AcceptedConflict>> accepted) {

    static Exported of(SideTables tables) {
        return new Exported(tables.series(), tables.actions(), tables.accepted());
    }

    /** What it says of one symbol; null if nothing. */
    @Nullable
    Series of(Symbol symbol) {
        BarSeries known = series.get(symbol);
        return known == null
                ? null
                : new Series(known, actions.getOrDefault(symbol, List.of()), accepted.getOrDefault(symbol, Set.of()));
    }

    /** One of its symbols. */
    record Series(BarSeries series, List<CorporateAction> actions, Set<AcceptedConflict> accepted) {}
}
