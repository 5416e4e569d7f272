package io.openalpha.simulator;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Writes a chart as Yahoo does: prices are float32 widened to double, and no number is too odd to be written. */
final class ChartWriter {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .build();

    private ChartWriter() {}

    static JsonGenerator generator(ByteArrayOutputStream out) {
        return JSON.createGenerator(ObjectWriteContext.empty(), out);
    }

    static byte[] chart(Listing listing, ChartQuery query, List<Row> rows) {
        return envelope("chart", 512 + rows.size() * 160, json -> {
            json.writeStartObject();
            json.writeName("meta");
            new MetaWriter(listing, query).write(json, rows);
            writeRows(json, rows, query.interval().intraday(), EventsWriter.of(listing, query, rows));
            json.writeEndObject();
        });
    }

    /** An answer of a service of Yahoo's, with its results and no error. */
    static byte[] envelope(String service, int expectedSize, Consumer<JsonGenerator> results) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(expectedSize);
        try (JsonGenerator json = generator(out)) {
            json.writeStartObject();
            json.writeObjectPropertyStart(service);
            json.writeArrayPropertyStart("result");
            results.accept(json);
            json.writeEndArray();
            json.writeNullProperty("error");
            json.writeEndObject();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    /** A chart of closes only. */
    static void writeCloses(JsonGenerator json, Listing listing, ChartQuery query) {
        List<Row> rows = query.interval().intraday() ? IntradayRows.of(listing, query) : DailyRows.of(listing, query);
        json.writeStartObject();
        json.writeName("meta");
        new MetaWriter(listing, query).write(json, rows);
        writeTimestamps(json, rows);
        json.writeObjectPropertyStart("indicators");
        json.writeArrayPropertyStart("quote");
        json.writeStartObject();
        if (!rows.isEmpty()) {
            writePrices(json, "close", rows, row -> row.bar().close());
        }
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeTimestamps(JsonGenerator json, List<Row> rows) {
        if (!rows.isEmpty()) {
            json.writeArrayPropertyStart("timestamp");
            rows.forEach(row -> json.writeNumber(row.at()));
            json.writeEndArray();
        }
    }

    private static void writeRows(JsonGenerator json, List<Row> rows, boolean intraday, EventsWriter events) {
        writeTimestamps(json, rows);
        events.write(json);
        json.writeObjectPropertyStart("indicators");
        json.writeArrayPropertyStart("quote");
        json.writeStartObject();
        if (!rows.isEmpty()) {
            writeColumns(json, rows);
        }
        json.writeEndObject();
        json.writeEndArray();
        if (!intraday) {
            json.writeArrayPropertyStart("adjclose");
            json.writeStartObject();
            if (!rows.isEmpty()) {
                writePrices(json, "adjclose", rows, Row::adjustedClose);
            }
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void writeColumns(JsonGenerator json, List<Row> rows) {
        writePrices(json, "open", rows, row -> row.bar().open());
        writePrices(json, "high", rows, row -> row.bar().high());
        writePrices(json, "low", rows, row -> row.bar().low());
        writePrices(json, "close", rows, row -> row.bar().close());
        json.writeArrayPropertyStart("volume");
        for (Row row : rows) {
            if (row.presence() == Row.Presence.NOTHING) {
                json.writeNull();
            } else {
                json.writeNumber(row.bar().volume());
            }
        }
        json.writeEndArray();
    }

    private static void writePrices(JsonGenerator json, String name, List<Row> rows, ToDoubleFunction<Row> price) {
        json.writeArrayPropertyStart(name);
        for (Row row : rows) {
            if (row.presence() == Row.Presence.WHOLE) {
                writePrice(json, price.applyAsDouble(row));
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
    }

    private static void writePrice(JsonGenerator json, double price) {
        double widened = (float) price;
        if (widened == Math.rint(widened) && Math.abs(widened) < 1e15) {
            json.writeNumber((long) widened);
        } else {
            json.writeNumber(widened);
        }
    }
}
