package io.openalpha.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OrdersTests extends SimulatorTestCase {

    private static final String ORDERS = "/simulator/orders";

    @Test
    void ordersOverHttpChangeOnlyWhatTheyName() throws IOException {
        caller.put(ORDERS, "{\"yahoo\": {\"faults\": {\"server_errors\": 0.5}, \"latency\": \"PT0.2S\"}}");
        SimulatorOrders orders = simulator.orders();
        assertThat(orders.yahoo().faults()).isEqualTo(FaultRates.none().withServerErrors(0.5));
        assertThat(orders.yahoo().latency()).isEqualTo(Duration.ofMillis(200));
        assertThat(orders.yahoo().refusedUserAgents()).containsExactly("Java");
        assertThat(orders.clock()).isEqualTo(FRIDAY_NOON.clock());
    }

    @Test
    void ordersReadAsTheyAreWritten() throws IOException {
        SimulatorOrders orders = FRIDAY_NOON
                .withClock(ClockOrder.accelerated(Instant.parse("2026-11-20T00:00:00Z"), 60))
                .withMarket(MarketOrders.plain()
                        .withEvents("IBM split 3:2 on 2026-11-23", "IBM dividend 0.25 on 2026-11-24")
                        .withDefects("IBM stale 10 on 2026-11-02"))
                .withYahoo(SourceOrders.none().withOutage(Outage.Kind.CLOSED, Duration.ofMinutes(5)));
        simulator.order(orders);
        String written = caller.get(ORDERS).body();
        simulator.reset();
        assertThat(caller.put(ORDERS, written).statusCode()).isEqualTo(200);
        assertThat(simulator.orders()).isEqualTo(orders);
    }

    @Test
    void eventsAndClockCanBeOrderedOverHttp() throws IOException {
        caller.put(ORDERS, """
                {"clock": "fixed 2026-11-24T22:00:00Z", "market": {"events": ["IBM split 4:1 on 2026-11-24"]}}""");
        JsonNode chart = caller.chart("IBM?range=5d&events=split");
        assertThat(chart.at("/events/splits")).hasSize(1);
        assertThat(chart.at("/meta/regularMarketTime").asLong())
                .isEqualTo(Instant.parse("2026-11-24T21:00:01Z").getEpochSecond());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'yahu': {}} | yahu",
                "{'yahoo': {'faults': {'server_errors': 2}}} | fault rates",
                "{'yahoo': {'faults': {'server_errors': -1}}} | fault rates",
                "{'clock': 'yesterday'} | clock 'yesterday'",
                "{'market': {'events': ['IBM splits 4:1 on 2026-11-24']}} | 'splits' is none of",
                "{'market': {'events': ['IBM split 4:x on 2026-11-24']}} | '4:x'",
                "{'market': {'events': ['IBM split 4:1']}} | SYMBOL WORD [VALUE] on YYYY-MM-DD",
                "{'market': {'events': ['IBM split 4:1 on 2026-02-30']}} | no such day",
                "{'market': {'defects': ['IBM stale 0 on 2026-02-03']}} | 1 session or more",
                "[] | JSON object",
                "{ | Unexpected"
            })
    void wrongOrdersAreRefusedWithAReasonAndChangeNothing(String body, String reason) throws IOException {
        var answer = caller.put(ORDERS, body.replace('\'', '"'));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body().replace('"', '\'')).contains(reason);
        assertThat(simulator.orders()).isEqualTo(FRIDAY_NOON);
    }

    @Test
    void resetReturnsToTheFirstOrdersAndForgetsStatisticsAndQuotas() throws IOException {
        simulator.order(FRIDAY_NOON.withQuota(QuotaOrders.free().withLimits(0, 0, 1)));
        caller.alphaVantage("GLOBAL_QUOTE", "IBM", "k");
        assertThat(caller.post("/simulator/reset").statusCode()).isEqualTo(200);
        assertThat(simulator.orders()).isEqualTo(FRIDAY_NOON);
        assertThat(simulator.stats().alphaVantage().requests()).isZero();
        assertThat(caller.alphaVantage("GLOBAL_QUOTE", "IBM", "k").has("Global Quote"))
                .isTrue();
    }

    @Test
    void statisticsCountBySourceSymbolAndOutcome() throws IOException {
        caller.chart("IBM?range=5d");
        caller.chart("IBM?range=5d");
        caller.get("/v8/finance/chart/BRK.B");
        caller.alphaVantage("GLOBAL_QUOTE", "IBM", "k");
        JsonNode stats = caller.json("/simulator/stats");
        assertThat(stats.at("/yahoo/requests").asLong()).isEqualTo(3);
        assertThat(stats.at("/yahoo/symbols/IBM").asLong()).isEqualTo(2);
        assertThat(stats.at("/yahoo/outcomes/ok").asLong()).isEqualTo(2);
        assertThat(stats.at("/yahoo/outcomes/not-found").asLong()).isEqualTo(1);
        assertThat(stats.at("/yahoo/max_in_flight").asLong()).isEqualTo(1);
        assertThat(stats.at("/yahoo/max_per_day").asLong()).isEqualTo(3);
        assertThat(stats.at("/alpha_vantage/max_per_minute").asLong()).isEqualTo(1);
    }

    @Test
    void unknownOrdersAreNamed() throws IOException {
        var answer = caller.get("/simulator/order");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("GET /simulator/order");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"real", "fixed 2026-11-20T17:00:00Z", "offset PT72H", "speed 60.0 from 2026-11-20T17:00:00Z"})
    void clocksReadAsTheyAreWritten(String text) {
        assertThat(ClockOrder.parse(text)).hasToString(text);
    }

    @Test
    void acceleratedClockRunsAheadOfRealTime() {
        Instant start = Instant.parse("2026-11-20T00:00:00Z");
        Instant ordered = Instant.parse("2030-01-01T00:00:00Z");
        MarketClock clock = new MarketClock(
                ClockOrder.accelerated(start, 3600), ordered, InstantSource.fixed(ordered.plusSeconds(24)));
        assertThat(clock.now()).isEqualTo("2026-11-21T00:00:00Z");
    }

    @Test
    void offsetClockFollowsRealTime() {
        Instant real = Instant.parse("2030-01-01T00:00:00Z");
        assertThat(new MarketClock(ClockOrder.offset(Duration.ofDays(-2)), real, InstantSource.fixed(real)).now())
                .isEqualTo("2029-12-30T00:00:00Z");
    }

    @Test
    void clockIsHeldWithinTheYearsOfTheMarket() {
        assertThat(new MarketClock(ClockOrder.fixed(Instant.EPOCH)).now()).isEqualTo("2011-01-01T00:00:00Z");
        assertThat(new MarketClock(ClockOrder.fixed(Instant.parse("2100-01-01T00:00:00Z"))).now())
                .isEqualTo("2059-12-01T00:00:00Z");
    }

    @Test
    void negativeLatencyIsRefused() {
        assertThatThrownBy(() -> SourceOrders.none().withLatency(Duration.ofMillis(-1), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
