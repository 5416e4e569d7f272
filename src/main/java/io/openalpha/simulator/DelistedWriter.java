package io.openalpha.simulator;

import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes what Yahoo says of a delisted instrument: a head without prices, of exchange {@code YHD}. */
final class DelistedWriter {

    private static final List<String> RANGES = List.of("1mo", "3mo", "6mo", "ytd", "1y", "2y", "5y", "10y", "max");

    private DelistedWriter() {}

    static byte[] chart(Listing listing, ChartQuery query) {
        return ChartWriter.envelope("chart", 1024, json -> {
            json.writeStartObject();
            writeMeta(json, listing, query);
            json.writeName("indicators");
            json.writeRawValue("{\"quote\":[{}],\"adjclose\":[{}]}");
            json.writeEndObject();
        });
    }

    private static void writeMeta(JsonGenerator json, Listing listing, ChartQuery query) {
        json.writeObjectPropertyStart("meta");
        json.writeNullProperty("currency");
        json.writeStringProperty("symbol", listing.instrument().symbol());
        json.writeStringProperty("exchangeName", "YHD");
        json.writeStringProperty("fullExchangeName", "YHD");
        json.writeStringProperty("instrumentType", "MUTUALFUND");
        json.writeNullProperty("firstTradeDate");
        json.writeNumberProperty("regularMarketTime", listing.lastTradeAt());
        json.writeBooleanProperty("hasPrePostMarketData", false);
        MetaWriter.writeZone(json, listing);
        json.writeStringProperty("longName", listing.instrument().longName());
        json.writeNumberProperty("priceHint", 2);
        new TradingPeriodWriter(listing).writeCurrent(json);
        MetaWriter.writeRange(json, query, RANGES);
        json.writeEndObject();
    }
}
