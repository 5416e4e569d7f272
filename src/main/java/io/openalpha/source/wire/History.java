package io.openalpha.source.wire;

import io.openalpha.market.CorporateAction;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Symbol;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Daily bars of one instrument, as one source gave them and before anybody checked them.
 *
 * @param exchange as the source names it; {@code unknown} where it does not
 * @param currency of the prices, in whole units: ISO 4217, or the source's own code
 * @param zone of the exchange, in which the dates are
 * @param adjusted whether prices are adjusted for splits and bars have an adjusted close; if not, they are as traded
 * @param source its name
 * @param fetchedAt when OpenAlpha asked
 * @param bars in the order of dates; of two on one date the later row comes last
 * @param actions splits, dividends and capital gains among the bars; none where the source does not tell
 * @param unpriced days that are over, and that the source lists with a volume but without prices
 */
public record History(
        Symbol symbol,
        String exchange,
        String currency,
        ZoneId zone,
        boolean adjusted,
        String source,
        Instant fetchedAt,
        List<DailyBar> bars,
        List<CorporateAction> actions,
        List<LocalDate> unpriced) {

    public History {
        String name = SourceText.clean(exchange);
        exchange = name.isEmpty() ? "unknown" : name;
        currency = SourceText.clean(currency);
    }

    /** The same history with other bars, adjusted or not. */
    public History withBars(List<DailyBar> others, boolean nowAdjusted) {
        return new History(symbol, exchange, currency, zone, nowAdjusted, source, fetchedAt, others, actions, unpriced);
    }
}
