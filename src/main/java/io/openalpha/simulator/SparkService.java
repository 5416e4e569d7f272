package io.openalpha.simulator;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Answers as Yahoo Finance's spark service does: closes of up to 20 symbols, in an order of its own. */
record SparkService(Market market) implements Service {

    private static final int MOST = 20;

    @Override
    public String subject(URI uri, Map<String, String> parameters) {
        return parameters.getOrDefault("symbols", "");
    }

    @Override
    public ServiceResponse answer(String symbols, Map<String, String> parameters, Instant now, SimulatorOrders orders) {
        List<String> names = List.of(symbols.toUpperCase(Locale.ROOT).split(",", -1));
        if (names.size() > MOST) {
            return YahooErrors.badRequest("Number of symbols must be 20 or less");
        }
        try {
            ChartQuery query = ChartQuery.of(parameters, now.getEpochSecond());
            List<Listing> found = new ArrayList<>(names.stream()
                    .map(symbol -> market.find(symbol, now, orders.market()))
                    .flatMap(Optional::stream)
                    .filter(listing -> !listing.delisted())
                    .toList());
            found.sort(
                    Comparator.comparingDouble(listing -> listing.instrument().start()));
            return ServiceResponse.json(
                    200, ChartWriter.envelope("spark", 1024, json -> writeCloses(json, found, query)), "ok");
        } catch (InvalidRequestException refused) {
            return refused.answer();
        }
    }

    private static void writeCloses(JsonGenerator json, List<Listing> found, ChartQuery query) {
        for (Listing listing : found) {
            json.writeStartObject();
            json.writeStringProperty("symbol", listing.instrument().symbol());
            json.writeArrayPropertyStart("response");
            ChartWriter.writeCloses(json, listing, query);
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
