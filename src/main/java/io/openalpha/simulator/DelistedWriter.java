package io.openalpha.simulator;

import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes what Yahoo says of a delisted instrument: a head without prices, of exchange {@code YHD}. */
final class DelistedWriter {

    private static final List<String> RANGES = List.of("1mo", "3mo", "6mo", "ytd", "1y", "2y", "5y", "10y", "max");

    private DelistedWriter() {}

    static byte[] chart(Listing listing, ChartQuery query) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = ChartWriter.generator(out)) {
            json.writeStartObject();
            json.writeObjectPropertyStart("chart");
            json.writeArrayPropertyStart("result");
            json.writeStartObject();
            writeMeta(json, listing, query);
            json.writeName("indicators");
            json.writeRawValue("{\"quote\":[{}],\"adjclose\":[{}]}");
            json.writeEndObject();
            json.writeEndArray();
            json.writeNullProperty("error");
            json.writeEndObject();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void writeMeta(JsonGenerator json, Listing listing, ChartQuery query) {
        Exchange exchange = listing.exchange();
        json.writeObjectPropertyStart("meta");
        json.writeNullProperty("currency");
        json.writeStringProperty("symbol", listing.instrument().symbol());
        json.writeStringProperty("exchangeName", "YHD");
        json.writeStringProperty("fullExchangeName", "YHD");
        json.writeStringProperty("instrumentType", "MUTUALFUND");
        json.writeNullProperty("firstTradeDate");
        json.writeNumberProperty("regularMarketTime", listing.lastTradeAt());
        json.writeBooleanProperty("hasPrePostMarketData", false);
        json.writeNumberProperty("gmtoffset", MetaWriter.offset(exchange.zone(), listing.moment()));
        json.writeStringProperty("timezone", MetaWriter.shortName(exchange.zone(), listing.moment()));
        json.writeStringProperty("exchangeTimezoneName", exchange.zone().getId());
        json.writeStringProperty("longName", listing.instrument().longName());
        json.writeNumberProperty("priceHint", 2);
        new TradingPeriodWriter(listing).writeCurrent(json);
        json.writeStringProperty("dataGranularity", query.interval().text());
        json.writeStringProperty("range", query.rangeText());
        json.writeArrayPropertyStart("validRanges");
        RANGES.forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }
}
