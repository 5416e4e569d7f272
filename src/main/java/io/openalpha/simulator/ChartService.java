package io.openalpha.simulator;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Answers as Yahoo Finance's chart service does where nothing goes wrong. */
record ChartService(Market market) implements Service {

    @Override
    public String subject(URI uri, Map<String, String> parameters) {
        return uri.getPath().substring(uri.getPath().lastIndexOf('/') + 1);
    }

    @Override
    public ServiceResponse answer(String symbol, Map<String, String> parameters, Instant now, SimulatorOrders orders) {
        try {
            ChartQuery query = ChartQuery.of(parameters, now.getEpochSecond());
            return market.find(symbol.toUpperCase(Locale.ROOT), now, orders.market())
                    .map(listing -> ServiceResponse.json(200, body(listing, query), "ok"))
                    .orElseGet(YahooErrors::notFound);
        } catch (InvalidRequestException refused) {
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
