package io.openalpha.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class FaultTests extends SimulatorTestCase {

    private static final String IBM = "/v8/finance/chart/IBM?range=5d";
    private static final String IBM_QUOTE = "/query?function=GLOBAL_QUOTE&symbol=IBM&apikey=k";

    @Test
    void serverErrorsAreNotJson() throws IOException {
        order(FaultRates.none().withServerErrors(1));
        HttpResponse<String> answer = caller.get(IBM);
        assertThat(answer.statusCode()).isIn(500, 502, 503);
        assertThat(answer.body()).startsWith("<html>");
        assertThat(outcomes()).containsOnly(Map.entry("5xx", 1L));
    }

    @Test
    void tooManyRequestsIsPlainTextWithoutRetryAfter() throws IOException {
        order(FaultRates.none().withTooManyRequests(1));
        HttpResponse<String> answer = caller.get(IBM);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).isEqualTo("Too Many Requests");
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void retryAfterIsSentWhereOrdered() throws IOException {
        orderYahoo(SourceOrders.none()
                .withFaults(FaultRates.none().withTooManyRequests(1))
                .withRateLimit(0, Duration.ofSeconds(7)));
        assertThat(caller.get(IBM).headers().firstValue("Retry-After")).contains("7");
    }

    @Test
    void resetsCloseTheConnection() {
        order(FaultRates.none().withResets(1));
        assertThatThrownBy(() -> caller.get(IBM)).isInstanceOf(IOException.class);
        assertThat(outcomes()).containsOnlyKeys("reset");
    }

    @Test
    void timeoutsAreNeverAnswered() {
        order(FaultRates.none().withTimeouts(1));
        HttpRequest hasty = HttpRequest.newBuilder(URI.create(simulator.yahooUrl() + IBM))
                .header("User-Agent", "Tests")
                .timeout(Duration.ofMillis(300))
                .build();
        assertThatThrownBy(() -> caller.http().send(hasty, BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(outcomes()).containsOnlyKeys("timeout");
    }

    @Test
    void truncatedBodiesEndEarly() {
        order(FaultRates.none().withTruncated(1));
        assertThatThrownBy(() -> caller.get(IBM)).isInstanceOf(IOException.class);
        assertThat(outcomes()).containsOnlyKeys("truncated");
    }

    @Test
    void garbledBodiesAreSomethingElseAtStatus200() throws IOException {
        order(FaultRates.none().withGarbled(1));
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            HttpResponse<String> answer = caller.get(IBM);
            assertThat(answer.statusCode()).isEqualTo(200);
            bodies.add(answer.body());
        }
        assertThat(bodies).anyMatch(body -> body.startsWith("<!doctype html>")).anyMatch(body -> body.startsWith("{"));
        assertThat(bodies).noneMatch(body -> body.contains("\"chart\""));
    }

    @Test
    void faultsComeAtTheirRateAndTheSameAgainForTheSameSeed() throws IOException {
        SimulatorOrders orders = FRIDAY_NOON.withYahoo(
                SourceOrders.none().withFaults(FaultRates.none().withServerErrors(0.3)));
        List<Integer> first = statuses(orders, IntStream.range(0, 200));
        List<Integer> again = statuses(orders, IntStream.range(0, 200));
        assertThat(first).isEqualTo(again);
        assertThat(first.stream().filter(status -> status == 200).count()).isBetween(110L, 170L);
    }

    @Test
    void faultsDoNotDependOnTheOrderOfSymbols() throws IOException {
        SimulatorOrders orders = FRIDAY_NOON.withYahoo(
                SourceOrders.none().withFaults(FaultRates.none().withServerErrors(0.3)));
        List<Integer> forwards = statuses(orders, IntStream.range(0, 50));
        List<Integer> backwards =
                new ArrayList<>(statuses(orders, IntStream.range(0, 50).map(i -> 49 - i)));
        Collections.reverse(backwards);
        assertThat(backwards).isEqualTo(forwards);
    }

    @Test
    void outageHitsOneSourceOnly() throws IOException {
        orderYahoo(SourceOrders.none().withOutage(Outage.Kind.UNAVAILABLE, null));
        assertThat(caller.get(IBM).statusCode()).isEqualTo(503);
        assertThat(caller.get(IBM_QUOTE).body()).contains("05. price");
    }

    @Test
    void outageByClosedConnections() {
        orderYahoo(SourceOrders.none().withOutage(Outage.Kind.CLOSED, null));
        assertThatThrownBy(() -> caller.get(IBM)).isInstanceOf(IOException.class);
    }

    @Test
    void outageEndsAfterItsTimeEvenWhenSomethingElseIsOrdered() {
        orderYahoo(SourceOrders.none().withOutage(Outage.Kind.UNAVAILABLE, Duration.ofMillis(300)));
        await().until(() -> {
            setMarket(MarketOrders.plain());
            return caller.get(IBM).statusCode() == 200;
        });
        assertThat(outcomes()).containsKeys("outage", "ok");
    }

    @Test
    void javasOwnUserAgentIsRefusedByDefault() throws IOException {
        assertThat(caller.getFromPlainJava(IBM).statusCode()).isEqualTo(429);
        assertThat(caller.get(IBM).statusCode()).isEqualTo(200);
        assertThat(caller.getFromPlainJava(IBM_QUOTE).statusCode()).isEqualTo(200);
    }

    @Test
    void consentPageIsARedirectWithoutABody() throws IOException {
        orderYahoo(SourceOrders.none().withConsentRedirect(true));
        HttpResponse<String> answer = caller.get(IBM);
        assertThat(answer.statusCode()).isEqualTo(307);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("consent");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void rateLimitHoldsPerSecond() {
        orderYahoo(SourceOrders.none().withRateLimit(3, null));
        List<Integer> statuses = sent(40, IBM).stream()
                .map(CompletableFuture::join)
                .map(HttpResponse::statusCode)
                .toList();
        assertThat(statuses).contains(200, 429);
    }

    @Test
    void twoHundredRequestsAreInFlightWithoutAThreadEach() {
        orderYahoo(SourceOrders.none().withLatency(Duration.ofHours(1), Duration.ZERO));
        assertThat(sent(200, IBM)).hasSize(200);
        await().until(() -> simulator.stats().yahoo().inFlight() == 200);
        assertThat(simulator.stats().yahoo().maxInFlight()).isEqualTo(200);
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("simulator-")))
                .hasSizeLessThan(20);
    }

    @Test
    void delayedAnswersArrive() throws IOException {
        orderYahoo(SourceOrders.none().withLatency(Duration.ofMillis(50), Duration.ofMillis(20)));
        assertThat(caller.get(IBM).statusCode()).isEqualTo(200);
    }

    @Test
    void latencyKeepsWithinItsSpread() {
        Faults faults = new Faults(1);
        SourceOrders orders = SourceOrders.none().withLatency(Duration.ofMillis(200), Duration.ofMillis(50));
        List<Long> millis = IntStream.range(0, 500)
                .mapToObj(i -> faults.latency(Source.YAHOO, "IBM", i, orders).toMillis())
                .toList();
        assertThat(millis).allMatch(latency -> latency >= 150 && latency <= 250);
        assertThat(millis).anyMatch(latency -> latency < 165).anyMatch(latency -> latency > 235);
    }

    @Test
    void bodiesAreCompressedWhereAsked() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.yahooUrl() + IBM))
                .header("User-Agent", "Tests")
                .header("Accept-Encoding", "gzip")
                .build();
        var answer = caller.http().send(request, BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(new GZIPInputStream(answer.body()).readAllBytes())
                .asString()
                .isEqualTo(caller.get(IBM).body());
    }

    private void order(FaultRates rates) {
        orderYahoo(SourceOrders.none().withFaults(rates));
    }

    private void orderYahoo(SourceOrders orders) {
        simulator.order(simulator.orders().withYahoo(orders));
    }

    private Map<String, Long> outcomes() {
        return simulator.stats().yahoo().outcomes();
    }

    private List<CompletableFuture<HttpResponse<Void>>> sent(int count, String path) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.yahooUrl() + path))
                .header("User-Agent", "Tests")
                .build();
        return Stream.generate(() -> http.sendAsync(request, BodyHandlers.discarding()))
                .limit(count)
                .toList();
    }

    private static List<Integer> statuses(SimulatorOrders orders, IntStream symbols) throws IOException {
        List<Integer> statuses = new ArrayList<>();
        try (Simulator simulator = Simulator.start(SimulatorOptions.defaults().withOrders(orders))) {
            Caller caller = new Caller(simulator);
            for (int symbol : symbols.toArray()) {
                statuses.add(caller.get("/v8/finance/chart/S" + symbol).statusCode());
            }
        }
        return statuses;
    }
}
