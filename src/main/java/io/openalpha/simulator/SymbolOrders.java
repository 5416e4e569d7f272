package io.openalpha.simulator;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is ordered for one symbol, by sessions of its exchange.
 *
 * @param halts sessions without a trade
 * @param delistings first sessions without data
 */
record SymbolOrders(
        List<SimulatedAction> actions,
        Set<Integer> halts,
        Set<Integer> delistings,
        List<PlantedDefect> defects,
        double haltShare,
        double unfinishedShare) {

    static SymbolOrders of(String symbol, MarketOrders orders, TradingCalendar calendar) {
        List<MarketEvent> events = orders.events().stream()
                .filter(event -> event.symbol().equals(symbol))
                .toList();
        return new SymbolOrders(
                events.stream()
                        .filter(event -> event.kind().compareTo(MarketEvent.Kind.RESTATE) <= 0)
                        .map(event -> action(event, calendar))
                        .toList(),
                sessions(events.stream(), event -> event.kind() == MarketEvent.Kind.HALT, calendar),
                sessions(events.stream(), event -> event.kind() == MarketEvent.Kind.DELIST, calendar),
                orders.defects().stream()
                        .filter(defect -> defect.symbol().equals(symbol))
                        .toList(),
                orders.haltShare(),
                orders.unfinishedShare());
    }

    private static SimulatedAction action(MarketEvent event, TradingCalendar calendar) {
        return new SimulatedAction(
                calendar.onOrAfter(event.date()),
                event.kind(),
                event.value().doubleValue(),
                event.per().doubleValue());
    }

    private static Set<Integer> sessions(
            Stream<MarketEvent> events, Predicate<MarketEvent> matches, TradingCalendar calendar) {
        return events.filter(matches)
                .map(event -> calendar.onOrAfter(event.date()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
