package io.openalpha.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a simulator as the collector would, and reads its answers strictly. */
record Caller(Simulator simulator, HttpClient http) {

    private static final JsonMapper STRICT = new JsonMapper();

    Caller(Simulator simulator) {
        this(simulator, HttpClient.newHttpClient());
    }

    HttpResponse<String> get(String path, String userAgent) throws IOException {
        URI uri = URI.create(simulator.yahooUrl() + path);
        return send(HttpRequest.newBuilder(uri).header("User-Agent", userAgent));
    }

    HttpResponse<String> get(String path) throws IOException {
        return get(path, "Mozilla/5.0 (compatible; Tests)");
    }

    HttpResponse<String> getFromPlainJava(String path) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(simulator.yahooUrl() + path)));
    }

    HttpResponse<String> put(String path, String body) throws IOException {
        return send(
                HttpRequest.newBuilder(URI.create(simulator.yahooUrl() + path)).PUT(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> post(String path) throws IOException {
        return send(
                HttpRequest.newBuilder(URI.create(simulator.yahooUrl() + path)).POST(BodyPublishers.noBody()));
    }

    JsonNode json(String path) throws IOException {
        return STRICT.readTree(get(path).body());
    }

    /** The result of a chart request: {@code AAPL?range=5d}. */
    JsonNode chart(String symbolAndQuery) throws IOException {
        return json("/v8/finance/chart/" + symbolAndQuery).at("/chart/result/0");
    }

    /** Daily rows from a day on. */
    JsonNode daily(String symbol, String fromInstant) throws IOException {
        long from = Instant.parse(fromInstant).getEpochSecond();
        return chart(symbol + "?interval=1d&events=div,splits&period1=" + from + "&period2=4000000000");
    }

    JsonNode alphaVantage(String function, String symbol, String key) throws IOException {
        return json("/query?function=" + function + "&symbol=" + symbol + "&apikey=" + key);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.timeout(Duration.ofSeconds(5)).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
