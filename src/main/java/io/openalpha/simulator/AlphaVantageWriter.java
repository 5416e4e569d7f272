package io.openalpha.simulator;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.stream.IntStream;
import tools.jackson.core.JsonGenerator;

/** Writes quotes and series as Alpha Vantage does: strings, as traded, of sessions that are over. */
final class AlphaVantageWriter {

    private static final int COMPACT = 100;

    private AlphaVantageWriter() {}

    static byte[] quote(Listing listing, String symbol) {
        int session = newest(listing);
        Bar bar = listing.traded(session);
        double before = listing.traded(sessionBefore(listing, session)).close();
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator json = ChartWriter.generator(out)) {
            json.writeStartObject();
            json.writeObjectPropertyStart("Global Quote");
            json.writeStringProperty("01. symbol", symbol);
            json.writeStringProperty("02. open", price(bar.open()));
            json.writeStringProperty("03. high", price(bar.high()));
            json.writeStringProperty("04. low", price(bar.low()));
            json.writeStringProperty("05. price", price(bar.close()));
            json.writeStringProperty("06. volume", Long.toString(bar.volume()));
            json.writeStringProperty("07. latest trading day", day(listing, session));
            json.writeStringProperty("08. previous close", price(before));
            json.writeStringProperty("09. change", price(bar.close() - before));
            json.writeStringProperty("10. change percent", price((bar.close() / before - 1) * 100) + "%");
            json.writeEndObject();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    static byte[] series(Listing listing, String symbol, boolean full, boolean adjusted) {
        int newest = newest(listing);
        ByteArrayOutputStream out = new ByteArrayOutputStream(20_000);
        try (JsonGenerator json = ChartWriter.generator(out)) {
            json.writeStartObject();
            json.writeObjectPropertyStart("Meta Data");
            json.writeStringProperty(
                    "1. Information",
                    adjusted
                            ? "Daily Time Series with Splits and Dividend Events"
                            : "Daily Prices (open, high, low, close) and Volumes");
            json.writeStringProperty("2. Symbol", symbol);
            json.writeStringProperty("3. Last Refreshed", day(listing, newest));
            json.writeStringProperty("4. Output Size", full ? "Full size" : "Compact");
            json.writeStringProperty("5. Time Zone", "US/Eastern");
            json.writeEndObject();
            json.writeObjectPropertyStart("Time Series (Daily)");
            IntStream.iterate(newest, session -> session >= 0, session -> session - 1)
                    .filter(session -> !listing.halted(session))
                    .limit(full ? Long.MAX_VALUE : COMPACT)
                    .forEach(session -> writeDay(json, listing, session, adjusted));
            json.writeEndObject();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void writeDay(JsonGenerator json, Listing listing, int session, boolean adjusted) {
        Bar bar = listing.traded(session);
        json.writeObjectPropertyStart(day(listing, session));
        json.writeStringProperty("1. open", price(bar.open()));
        json.writeStringProperty("2. high", price(bar.high()));
        json.writeStringProperty("3. low", price(bar.low()));
        json.writeStringProperty("4. close", price(bar.close()));
        if (adjusted) {
            double adjustedClose = listing.splitAdjusted(session).close() * listing.dividendFactor(session);
            json.writeStringProperty("5. adjusted close", price(adjustedClose));
            json.writeStringProperty("6. volume", Long.toString(bar.volume()));
            json.writeStringProperty("7. dividend amount", price(dividend(listing, session)));
            json.writeStringProperty("8. split coefficient", price(split(listing, session)));
        } else {
            json.writeStringProperty("5. volume", Long.toString(bar.volume()));
        }
        json.writeEndObject();
    }

    private static double dividend(Listing listing, int session) {
        return listing.actions().happened().stream()
                .filter(action -> action.session() == session && action.kind() == MarketEvent.Kind.DIVIDEND)
                .mapToDouble(SimulatedAction::value)
                .sum();
    }

    private static double split(Listing listing, int session) {
        return listing.actions().happened().stream()
                .filter(action -> action.session() == session && action.kind() == MarketEvent.Kind.SPLIT)
                .mapToDouble(SimulatedAction::ratio)
                .reduce(1, (a, b) -> a * b);
    }

    private static int newest(Listing listing) {
        int session = listing.lastTraded();
        return listing.live(session) ? sessionBefore(listing, session) : session;
    }

    private static int sessionBefore(Listing listing, int session) {
        int before = Math.max(0, session - 1);
        while (before > 0 && listing.halted(before)) {
            before--;
        }
        return before;
    }

    private static String day(Listing listing, int session) {
        return listing.calendar().date(session).toString();
    }

    private static String price(double number) {
        return String.format(Locale.ROOT, "%.4f", number);
    }
}
