package io.openalpha.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Answers as Yahoo Finance's chart service does where nothing goes wrong. */
record YahooService(Market market) {

    Answer chart(String symbol, Map<String, String> parameters, Instant now, MarketOrders orders) {
        try {
            ChartQuery query = ChartQuery.of(parameters, now.getEpochSecond());
            return market.find(symbol.toUpperCase(Locale.ROOT), now, orders)
                    .map(listing -> Answer.json(200, body(listing, query), "ok"))
                    .orElseGet(YahooErrors::notFound);
        } catch (RefusedException refused) {
            return refused.answer();
        }
    }

    private static byte[] body(Listing listing, ChartQuery query) {
        if (listing.delisted()) {
            return DelistedWriter.chart(listing, query);
        }
        List<Row> rows = query.interval().intraday() ? IntradayRows.of(listing, query) : DailyRows.of(listing, query);
        return ChartWriter.chart(listing, query, rows);
    }
}
