package io.openalpha.source.yahoo;

import io.openalpha.market.CorporateAction;
import io.openalpha.market.CurrencyUnit;
import io.openalpha.source.wire.HistoryRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Reads the splits, dividends and capital gains of a chart; one without a possible date or value is left out. */
record HistoryEvents(PriceUnit unit, Session session, HistoryRange range) {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryEvents.class);

    List<CorporateAction> read(JsonNode events) {
        List<CorporateAction> actions = new ArrayList<>();
        for (JsonNode split : events.path("splits")) {
            addSplit(actions, split);
        }
        for (JsonNode dividend : events.path("dividends")) {
            addAmount(actions, dividend, CorporateAction.Kind.DIVIDEND);
        }
        for (JsonNode gain : events.path("capitalGains")) {
            addAmount(actions, gain, CorporateAction.Kind.CAPITAL_GAIN);
        }
        actions.sort(CorporateAction.ORDER);
        return actions;
    }

    /** Both ways of saying its ratio count, and none if they differ: the prices are left as they are then. */
    private void addSplit(List<CorporateAction> actions, JsonNode split) {
        SplitRatio numbers = new SplitRatio(
                split.path("numerator").asDouble(0), split.path("denominator").asDouble(0));
        SplitRatio text = SplitRatio.of(split.path("splitRatio").asString(""));
        SplitRatio ratio = numbers.isPossible() ? numbers : text;
        boolean differ = text.isPossible() && !text.isSameAs(ratio);
        if (differ || !ratio.isPossible()) {
            LOG.warn("A split that cannot be believed is left out: {}", split);
        } else {
            add(actions, split, CorporateAction.Kind.SPLIT, ratio.shares(), ratio.per(), null);
        }
    }

    /** An amount counts what the prices do, unless it names a currency of its own. */
    private void addAmount(List<CorporateAction> actions, JsonNode event, CorporateAction.Kind kind) {
        double amount = event.path("amount").asDouble(0);
        String own = event.path("currency").asString("");
        if (own.isEmpty()) {
            add(actions, event, kind, unit.whole(amount), 1, null);
            return;
        }
        CurrencyUnit its = CurrencyUnit.of(own).orElse(new CurrencyUnit(own, 0));
        boolean same = its.currency().equals(unit.currency());
        add(actions, event, kind, new PriceUnit(its).whole(amount), 1, same ? null : its.currency());
    }

    private void add(
            List<CorporateAction> actions,
            JsonNode event,
            CorporateAction.Kind kind,
            double value,
            double per,
            @Nullable String currency) {
        JsonNode date = event.path("date");
        boolean possible = value > 0 && per > 0 && Double.isFinite(value / per) && value / per > 0;
        boolean dated = date.isIntegralNumber() && date.canConvertToLong() && LocalDays.covers(date.longValue());
        if (possible && dated && range.contains(session.date(date.longValue()))) {
            actions.add(new CorporateAction(session.date(date.longValue()), kind, value, per, currency));
        }
    }
}
