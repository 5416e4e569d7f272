package io.openalpha.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AlphaVantageTests extends SimulatorTestCase {

    @Test
    void quoteIsThatOfTheLastWholeSession() throws IOException {
        JsonNode quote = caller.alphaVantage("GLOBAL_QUOTE", "IBM", "k").get("Global Quote");
        assertThat(quote.get("07. latest trading day").asString()).isEqualTo("2026-11-19");
        double close = closes(caller.chart("IBM?range=5d"))[3];
        assertThat(quote.get("05. price").asString()).isEqualTo(String.format(Locale.ROOT, "%.4f", close));
        assertThat(quote.get("10. change percent").asString()).matches("-?\\d+\\.\\d{4}%");
    }

    @Test
    void londonIsSpeltItsOwnWay() throws IOException {
        order(QuotaOrders.free().withLimits(0, 0, 0));
        assertThat(caller.alphaVantage("GLOBAL_QUOTE", "VOD.LON", "k").get("Global Quote"))
                .isNotEmpty();
        assertThat(caller.alphaVantage("GLOBAL_QUOTE", "VOD.L", "k").get("Global Quote"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BRK.B", "%5EGSPC", "INR=X", "BTC-USD"})
    void whatItDoesNotServeIsEmpty(String symbol) throws IOException {
        assertThat(caller.alphaVantage("GLOBAL_QUOTE", symbol, "k").get("Global Quote"))
                .isEmpty();
    }

    @Test
    void seriesOfUnknownSymbolIsAnInvalidCall() throws IOException {
        assertThat(caller.alphaVantage("TIME_SERIES_DAILY", "BRK.B", "k")
                        .get("Error Message")
                        .asString())
                .startsWith("Invalid API call");
    }

    @Test
    void compactSeriesHasAHundredDays() throws IOException {
        assertThat(caller.alphaVantage("TIME_SERIES_DAILY", "IBM", "k").get("Time Series (Daily)"))
                .hasSize(100);
    }

    @Test
    void fullSeriesNeedsAPremiumKey() throws IOException {
        order(QuotaOrders.free().withPremiumKeys(Set.of("paid")));
        String full = "/query?function=TIME_SERIES_DAILY&outputsize=full&symbol=IBM&apikey=";
        assertThat(caller.json(full + "k").get("Information").asString()).contains("premium endpoint");
        assertThat(caller.json(full + "paid").get("Time Series (Daily)")).hasSizeGreaterThan(4000);
    }

    @Test
    void invalidOrMissingKeysAreRefused() throws IOException {
        order(QuotaOrders.free().withInvalidKeys(Set.of("bad")));
        for (String key : new String[] {"bad", ""}) {
            assertThat(caller.alphaVantage("GLOBAL_QUOTE", "IBM", key)
                            .get("Error Message")
                            .asString())
                    .contains("apikey is invalid or missing");
        }
    }

    @Test
    void burstIsDistinguishedFromTheDailyQuota() throws IOException {
        order(QuotaOrders.free().withLimits(1, 0, 25));
        assertThat(eventually("Information")).contains("1 request per second", "25 requests per day");
    }

    @Test
    void minutesQuotaIsANote() throws IOException {
        order(QuotaOrders.free().withLimits(0, 2, 0));
        assertThat(eventually("Note")).contains("2 calls per minute");
        assertThat(simulator.stats().alphaVantage().outcomes()).containsEntry("ok", 2L);
    }

    @Test
    void daysQuotaComesBackTheNextDayAndIsCountedByKey() throws IOException {
        order(QuotaOrders.free().withLimits(0, 0, 2));
        assertThat(eventually("Information")).contains("2 requests per day", "key as k");
        assertThat(caller.alphaVantage("GLOBAL_QUOTE", "IBM", "other").has("Global Quote"))
                .isTrue();
        setClock("2026-11-21T00:00:00Z");
        assertThat(caller.alphaVantage("GLOBAL_QUOTE", "IBM", "k").has("Global Quote"))
                .isTrue();
    }

    private void order(QuotaOrders quota) {
        simulator.order(simulator.orders().withQuota(quota));
    }

    private String eventually(String key) throws IOException {
        JsonNode answer = caller.alphaVantage("GLOBAL_QUOTE", "IBM", "k");
        for (int i = 0; i < 50 && !answer.has(key); i++) {
            answer = caller.alphaVantage("GLOBAL_QUOTE", "IBM", "k");
        }
        return answer.path(key).asString("");
    }
}
