package io.openalpha.simulator;

import java.util.List;
import java.util.Set;

/**
 * What is to be found in the market.
 *
 * @param unknownSymbols in Yahoo's spelling; every other well-formed symbol exists
 * @param events ordered to happen
 * @param defects wrong data in Yahoo's daily bars
 * @param haltShare share (0 to 1) of sessions in which an instrument does not trade
 * @param unfinishedShare share (0 to 1) of symbols whose last whole session has a volume but no prices yet
 */
public record MarketOrders(
        Set<String> unknownSymbols,
        List<MarketEvent> events,
        List<PlantedDefect> defects,
        double haltShare,
        double unfinishedShare) {

    /** Copies the collections. */
    public MarketOrders {
        unknownSymbols = Set.copyOf(unknownSymbols);
        events = List.copyOf(events);
        defects = List.copyOf(defects);
    }

    /** Nothing ordered; a halt in 10,000 sessions, one unfinished row in 100 symbols. */
    public static MarketOrders plain() {
        return new MarketOrders(Set.of(), List.of(), List.of(), 0.0001, 0.01);
    }

    /** The same with other unknown symbols. */
    public MarketOrders withUnknownSymbols(Set<String> symbols) {
        return new MarketOrders(symbols, events, defects, haltShare, unfinishedShare);
    }

    /** The same with other events, in their text form. */
    public MarketOrders withEvents(String... texts) {
        List<MarketEvent> parsed =
                List.of(texts).stream().map(MarketEvent::parse).toList();
        return new MarketOrders(unknownSymbols, parsed, defects, haltShare, unfinishedShare);
    }

    /** The same with other defects, in their text form. */
    public MarketOrders withDefects(String... texts) {
        List<PlantedDefect> parsed =
                List.of(texts).stream().map(PlantedDefect::parse).toList();
        return new MarketOrders(unknownSymbols, events, parsed, haltShare, unfinishedShare);
    }

    /** The same with other shares of halted sessions and of unfinished rows. */
    public MarketOrders withShares(double halted, double unfinished) {
        return new MarketOrders(unknownSymbols, events, defects, halted, unfinished);
    }
}
