package io.openalpha.simulator;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import tools.jackson.core.JsonGenerator;

/** Writes the head of a chart: what the instrument is and how its last session went. */
record MetaWriter(Listing listing, ChartQuery query) {

    private static final int YEAR = 252;

    void write(JsonGenerator json, List<Row> rows) {
        json.writeStartObject();
        writeInstrument(json);
        writeLastSession(json);
        json.writeStringProperty("longName", listing.instrument().longName());
        json.writeStringProperty("shortName", listing.instrument().longName());
        writePreviousClose(json, rows);
        json.writeNumberProperty("priceHint", exchange().priceHint());
        new TradingPeriodWriter(listing).writeCurrent(json);
        if (query.interval().intraday() && !rows.isEmpty()) {
            new TradingPeriodWriter(listing).writeAll(json, rows);
        }
        writeRange(json, query, ChartRange.texts());
        json.writeEndObject();
    }

    static void writeRange(JsonGenerator json, ChartQuery query, List<String> validRanges) {
        json.writeStringProperty("dataGranularity", query.interval().text());
        json.writeStringProperty("range", query.rangeText());
        json.writeArrayPropertyStart("validRanges");
        validRanges.forEach(json::writeString);
        json.writeEndArray();
    }

    private void writeInstrument(JsonGenerator json) {
        Exchange exchange = exchange();
        json.writeStringProperty("currency", exchange.currency());
        json.writeStringProperty("symbol", listing.instrument().symbol());
        json.writeStringProperty("exchangeName", exchange.code());
        json.writeStringProperty("fullExchangeName", exchange.fullName());
        json.writeStringProperty("instrumentType", exchange.type().name());
        json.writeNumberProperty("firstTradeDate", listing.calendar().open(0));
        json.writeNumberProperty("regularMarketTime", listing.lastTradeAt());
        json.writeBooleanProperty("hasPrePostMarketData", !exchange.post().isZero());
        writeZone(json, listing);
    }

    static void writeZone(JsonGenerator json, Listing listing) {
        ZoneId zone = listing.exchange().zone();
        json.writeNumberProperty("gmtoffset", offset(zone, listing.moment()));
        json.writeStringProperty("timezone", shortName(zone, listing.moment()));
        json.writeStringProperty("exchangeTimezoneName", zone.getId());
    }

    private void writeLastSession(JsonGenerator json) {
        int session = listing.lastTraded();
        Bar today = listing.splitAdjusted(session);
        double high = today.high();
        double low = today.low();
        for (int back = session - 1; back > Math.max(0, session - YEAR); back--) {
            Bar bar = listing.splitAdjusted(back);
            high = Math.max(high, bar.high());
            low = Math.min(low, bar.low());
        }
        json.writeNumberProperty(
                "regularMarketPrice", decimal(today.close(), exchange().priceHint()));
        json.writeNumberProperty("fiftyTwoWeekHigh", decimal(high, 3));
        json.writeNumberProperty("fiftyTwoWeekLow", decimal(low, 3));
        json.writeNumberProperty("regularMarketDayHigh", decimal(today.high(), 3));
        json.writeNumberProperty("regularMarketDayLow", decimal(today.low(), 3));
        json.writeNumberProperty("regularMarketVolume", today.volume());
    }

    private void writePreviousClose(JsonGenerator json, List<Row> rows) {
        int first = rows.isEmpty() ? listing.last() : rows.get(0).session();
        json.writeNumberProperty("chartPreviousClose", closeBefore(first));
        if (query.interval().intraday()) {
            json.writeNumberProperty("previousClose", closeBefore(listing.lastTraded()));
            json.writeNumberProperty("scale", 3);
        }
    }

    private double closeBefore(int session) {
        return decimal(
                listing.splitAdjusted(Math.max(0, session - 1)).close(),
                Math.max(3, exchange().priceHint()));
    }

    private Exchange exchange() {
        return listing.exchange();
    }

    static double decimal(double number, int places) {
        double scale = Math.pow(10, places);
        return Math.rint(number * scale) / scale;
    }

    static int offset(ZoneId zone, Instant at) {
        return zone.getRules().getOffset(at).getTotalSeconds();
    }

    static String shortName(ZoneId zone, Instant at) {
        boolean summer = zone.getRules().isDaylightSavings(at);
        return TimeZone.getTimeZone(zone).getDisplayName(summer, TimeZone.SHORT, Locale.US);
    }
}
