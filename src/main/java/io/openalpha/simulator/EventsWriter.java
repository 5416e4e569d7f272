package io.openalpha.simulator;

import java.math.BigDecimal;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes the splits and dividends within a chart, if there are any. */
record EventsWriter(Listing listing, List<SimulatedAction> dividends, List<SimulatedAction> splits) {

    static EventsWriter of(Listing listing, ChartQuery query, List<Row> rows) {
        boolean none = rows.isEmpty() || query.interval().intraday();
        int first = query.firstSession(listing);
        int last = query.lastSession(listing);
        List<SimulatedAction> within = none
                ? List.of()
                : listing.actions().happened().stream()
                        .filter(action -> action.session() >= first && action.session() <= last)
                        .toList();
        return new EventsWriter(
                listing,
                ofKind(within, MarketEvent.Kind.DIVIDEND, query.dividends()),
                ofKind(within, MarketEvent.Kind.SPLIT, query.splits()));
    }

    private static List<SimulatedAction> ofKind(List<SimulatedAction> all, MarketEvent.Kind kind, boolean requested) {
        return all.stream().filter(action -> requested && action.kind() == kind).toList();
    }

    void write(JsonGenerator json) {
        if (dividends.isEmpty() && splits.isEmpty()) {
            return;
        }
        json.writeObjectPropertyStart("events");
        if (!dividends.isEmpty()) {
            json.writeObjectPropertyStart("dividends");
            dividends.forEach(action -> writeDividend(json, action));
            json.writeEndObject();
        }
        if (!splits.isEmpty()) {
            json.writeObjectPropertyStart("splits");
            splits.forEach(action -> writeSplit(json, action));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void writeDividend(JsonGenerator json, SimulatedAction action) {
        CorporateActions actions = listing.actions();
        double splitsAfter =
                actions.latest().splits() / actions.at(action.session()).splits();
        startEvent(json, action);
        json.writeNumberProperty("amount", Math.rint(action.value() / splitsAfter * 1e6) / 1e6);
        json.writeNumberProperty("date", date(action));
        json.writeEndObject();
    }

    private void writeSplit(JsonGenerator json, SimulatedAction action) {
        startEvent(json, action);
        json.writeNumberProperty("date", date(action));
        json.writeName("numerator");
        json.writeNumber(plain(action.value()));
        json.writeName("denominator");
        json.writeNumber(plain(action.per()));
        json.writeStringProperty("splitRatio", plain(action.value()) + ":" + plain(action.per()));
        json.writeEndObject();
    }

    private void startEvent(JsonGenerator json, SimulatedAction action) {
        json.writeObjectPropertyStart(Long.toString(date(action)));
    }

    private long date(SimulatedAction action) {
        return listing.calendar().open(action.session());
    }

    private static BigDecimal plain(double number) {
        return new BigDecimal(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
    }
}
