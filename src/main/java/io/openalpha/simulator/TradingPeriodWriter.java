package io.openalpha.simulator;

import java.time.Instant;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes the hours of sessions. */
record TradingPeriodWriter(Listing listing) {

    /** The session of the exchange's current day, or the last one where it rests. */
    void writeCurrent(JsonGenerator json) {
        TradingCalendar calendar = listing.calendar();
        int session = calendar.onOrBefore(calendar.localDate(listing.moment()));
        long open = calendar.open(session);
        long close = calendar.close(session);
        json.writeObjectPropertyStart("currentTradingPeriod");
        json.writeName("pre");
        write(json, open - listing.exchange().pre().toSeconds(), open);
        json.writeName("regular");
        write(json, open, close);
        json.writeName("post");
        write(json, close, close + listing.exchange().post().toSeconds());
        json.writeEndObject();
    }

    /** The sessions that rows belong to. */
    void writeAll(JsonGenerator json, List<Row> rows) {
        json.writeArrayPropertyStart("tradingPeriods");
        rows.stream().mapToInt(Row::session).distinct().forEach(session -> {
            json.writeStartArray();
            write(json, listing.calendar().open(session), listing.calendar().close(session));
            json.writeEndArray();
        });
        json.writeEndArray();
    }

    private void write(JsonGenerator json, long start, long end) {
        Instant at = Instant.ofEpochSecond(start);
        json.writeStartObject();
        json.writeStringProperty(
                "timezone", MetaWriter.shortName(listing.exchange().zone(), at));
        json.writeNumberProperty("start", start);
        json.writeNumberProperty("end", end);
        json.writeNumberProperty(
                "gmtoffset", MetaWriter.offset(listing.exchange().zone(), at));
        json.writeEndObject();
    }
}
