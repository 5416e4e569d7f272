package io.openalpha.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SimulatedActionTests extends SimulatorTestCase {

    private static final String FROM = "2025-01-01T00:00:00Z";

    @BeforeEach
    void letTheKeyAskForEverything() {
        simulator.order(simulator.orders().withQuota(QuotaOrders.free().withPremiumKeys(Set.of("paid"))));
    }

    @Test
    void splitRestatesHistoryOnItsDayAndNotBefore() throws IOException {
        setClock("2026-11-20T23:00:00Z");
        double[] undisturbed = closes(caller.daily("IBM", FROM));
        orderEvents("IBM split 4:1 on 2026-11-23");
        JsonNode before = caller.daily("IBM", FROM);
        assertThat(closes(before)).isEqualTo(undisturbed);
        setClock("2026-11-23T23:00:00Z");
        JsonNode after = caller.daily("IBM", FROM);
        assertThat(closes(after)).hasSize(undisturbed.length + 1);
        for (int i = 0; i < undisturbed.length; i++) {
            assertThat(closes(after)[i]).isEqualTo(undisturbed[i] / 4, within(undisturbed[i] * 1e-6));
            assertThat(after.at("/indicators/quote/0/volume/" + i).asLong())
                    .isEqualTo(before.at("/indicators/quote/0/volume/" + i).asLong() * 4);
        }
    }

    @Test
    void splitIsAnEventAtItsSessionsOpen() throws IOException {
        orderEvents("IBM split 3:2 on 2026-11-14");
        JsonNode split = caller.daily("IBM", "2026-11-01T00:00:00Z").at("/events/splits/1794839400");
        assertThat(split.get("date").asLong()).isEqualTo(1794839400);
        assertThat(split.get("numerator").asInt()).isEqualTo(3);
        assertThat(split.get("denominator").asInt()).isEqualTo(2);
        assertThat(split.get("splitRatio").asString()).isEqualTo("3:2");
        assertThat(caller.chart("IBM?range=1mo&events=div").path("events").has("splits"))
                .isFalse();
    }

    @Test
    void adjustedSeriesIsContinuousAcrossASplitAndTheTradedOneIsNot() throws IOException {
        setClock("2026-11-24T23:00:00Z");
        double plain = dayReturn("2026-11-20T00:00:00Z");
        orderEvents("IBM split 4:1 on 2026-11-23");
        assertThat(dayReturn("2026-11-20T00:00:00Z")).isEqualTo(plain, within(2e-4));
        JsonNode days =
                caller.alphaVantage("TIME_SERIES_DAILY_ADJUSTED", "IBM", "paid").get("Time Series (Daily)");
        double jump = number(days, "2026-11-23", "4. close") / number(days, "2026-11-20", "4. close");
        assertThat(jump).isEqualTo((1 + plain) / 4, within(1e-3));
        assertThat(number(days, "2026-11-23", "8. split coefficient")).isEqualTo(4);
        assertThat(number(days, "2026-11-20", "8. split coefficient")).isEqualTo(1);
    }

    @Test
    void dividendLowersEarlierAdjustedClosesAndNoCloses() throws IOException {
        setClock("2026-11-20T23:00:00Z");
        JsonNode before = caller.daily("IBM", FROM);
        orderEvents("IBM dividend 5 on 2026-11-23");
        setClock("2026-11-23T23:00:00Z");
        JsonNode after = caller.daily("IBM", FROM);
        int last = closes(before).length - 1;
        assertThat(closes(after)).startsWith(closes(before));
        double kept = 1 - 5 / closes(before)[last];
        for (int i = 0; i <= last; i++) {
            double expected = adjustedCloses(before)[i] * kept;
            assertThat(adjustedCloses(after)[i]).isEqualTo(expected, within(expected * 1e-4));
        }
        assertThat(adjustedCloses(after)[last + 1]).isEqualTo(closes(after)[last + 1]);
        JsonNode dividend = caller.daily("IBM", "2026-11-23T00:00:00Z").at("/events/dividends/1795444200");
        assertThat(dividend.get("amount").asDouble()).isEqualTo(5);
        JsonNode days =
                caller.alphaVantage("TIME_SERIES_DAILY_ADJUSTED", "IBM", "paid").get("Time Series (Daily)");
        assertThat(number(days, "2026-11-23", "7. dividend amount")).isEqualTo(5);
    }

    @Test
    void restatementChangesHistoryWithoutAnEvent() throws IOException {
        setClock("2026-11-20T23:00:00Z");
        double[] before = closes(caller.daily("IBM", FROM));
        orderEvents("IBM restate 1.01 on 2026-11-23");
        setClock("2026-11-23T23:00:00Z");
        JsonNode after = caller.daily("IBM", FROM);
        assertThat(closes(after)[0]).isEqualTo(before[0] * 1.01, within(before[0] * 1e-6));
        assertThat(caller.daily("IBM", "2026-11-23T00:00:00Z").has("events")).isFalse();
    }

    @Test
    void delistedSymbolHasNoRowsAndAnotherExchange() throws IOException {
        orderEvents("IBM delist on 2026-11-23");
        assertThat(caller.daily("IBM", FROM).has("timestamp")).isTrue();
        setClock("2026-11-23T15:00:00Z");
        JsonNode chart = caller.daily("IBM", FROM);
        assertThat(chart.has("timestamp")).isFalse();
        assertThat(chart.at("/meta/exchangeName").asString()).isEqualTo("YHD");
        assertThat(caller.alphaVantage("GLOBAL_QUOTE", "IBM", "paid").get("Global Quote"))
                .isEmpty();
    }

    @Test
    void someSymbolsSplitAndPayOfTheirOwnAccord() throws IOException {
        int splits = 0;
        int dividends = 0;
        for (int i = 0; i < 50; i++) {
            JsonNode events = caller.daily("MADEUP" + i, "2010-01-01T00:00:00Z").path("events");
            splits += events.path("splits").size();
            dividends += events.path("dividends").size();
        }
        assertThat(splits).isBetween(3, 150);
        assertThat(dividends).isBetween(1000, 3000);
    }

    private double dayReturn(String from) throws IOException {
        double[] adjusted = adjustedCloses(caller.daily("IBM", from));
        return adjusted[1] / adjusted[0] - 1;
    }

    private static double number(JsonNode days, String day, String field) {
        return Double.parseDouble(days.get(day).get(field).asString());
    }
}
