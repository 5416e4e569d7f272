package io.openalpha.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SessionTests extends SimulatorTestCase {

    @Test
    void lastRowOfARunningSessionIsLive() throws IOException {
        JsonNode chart = caller.chart("IBM?range=5d");
        assertThat(chart.at("/timestamp/4").asLong())
                .isEqualTo(chart.at("/meta/regularMarketTime").asLong())
                .isEqualTo(Instant.parse("2026-11-20T17:00:00Z").getEpochSecond());
        long noon = chart.at("/indicators/quote/0/volume/4").asLong();
        setClock("2026-11-20T22:00:00Z");
        JsonNode evening = caller.chart("IBM?range=5d");
        assertThat(evening.at("/timestamp/4").asLong())
                .isEqualTo(Instant.parse("2026-11-20T21:00:01Z").getEpochSecond());
        assertThat(evening.at("/indicators/quote/0/volume/4").asLong()).isGreaterThan(noon);
    }

    @Test
    void rowsGetTheirOpeningTimeOnceTheSessionHasSettled() throws IOException {
        setClock("2026-11-21T12:00:00Z");
        assertThat(caller.chart("IBM?range=5d").at("/timestamp/4").asLong())
                .isEqualTo(Instant.parse("2026-11-20T14:30:00Z").getEpochSecond());
    }

    @Test
    void rangeOfADayIsEmptyBeforeTheOpenAndFiveDaysAreNot() throws IOException {
        setClock("2026-11-20T12:00:00Z");
        JsonNode day = caller.chart("IBM?range=1d");
        assertThat(day.has("timestamp")).isFalse();
        assertThat(day.at("/indicators/quote/0").isEmpty()).isTrue();
        assertThat(caller.chart("IBM?range=5d").get("timestamp")).hasSize(5);
    }

    @Test
    void minutesOfAWeekendAreNone() throws IOException {
        setClock("2026-11-22T12:00:00Z");
        JsonNode chart = caller.chart("IBM?interval=1m&period1=1795305600&period2=1795348800");
        assertThat(chart.has("timestamp")).isFalse();
        assertThat(chart.at("/indicators").has("adjclose")).isFalse();
    }

    @Test
    void minutesAddUpToTheDay() throws IOException {
        setClock("2026-11-20T22:00:00Z");
        JsonNode minutes = caller.chart("IBM?range=1d&interval=1m");
        JsonNode day = caller.chart("IBM?range=1d").at("/indicators/quote/0");
        JsonNode quote = minutes.at("/indicators/quote/0");
        assertThat(minutes.get("timestamp")).hasSize(390);
        assertThat(numbers(quote.get("high"))).contains(day.at("/high/0").asDouble());
        assertThat(numbers(quote.get("low"))).contains(day.at("/low/0").asDouble());
        assertThat(quote.at("/open/0").asDouble()).isEqualTo(day.at("/open/0").asDouble());
        assertThat(quote.at("/close/389").asDouble())
                .isEqualTo(day.at("/close/0").asDouble());
        double sum = 0;
        for (double volume : numbers(quote.get("volume"))) {
            sum += volume;
        }
        assertThat(sum).isEqualTo(day.at("/volume/0").asDouble());
    }

    @Test
    void mostIsTradedAtTheEndsOfASession() throws IOException {
        setClock("2026-11-20T22:00:00Z");
        double[] volumes = numbers(caller.chart("IBM?range=1d&interval=30m").at("/indicators/quote/0/volume"));
        assertThat(volumes).hasSize(13);
        assertThat(volumes[6]).isLessThan(volumes[0] / 2).isLessThan(volumes[12] / 2);
    }

    @Test
    void sydneysRowsAreStampedOnThePreviousUtcDay() throws IOException {
        JsonNode chart = caller.chart("ALL.AX?range=5d");
        assertThat(Instant.ofEpochSecond(chart.at("/timestamp/4").asLong())).isEqualTo("2026-11-19T23:00:00Z");
    }

    @Test
    void cryptoTradesOnSundays() throws IOException {
        setClock("2026-11-22T12:00:00Z");
        assertThat(caller.chart("BTC-USD?range=1d").at("/timestamp/0").asLong())
                .isEqualTo(Instant.parse("2026-11-22T12:00:00Z").getEpochSecond());
    }

    @Test
    void unfinishedRowHasAVolumeAndNoPrices() throws IOException {
        setMarket(MarketOrders.plain().withShares(0, 1));
        JsonNode quote = caller.chart("IBM?range=5d").at("/indicators/quote/0");
        assertThat(quote.at("/close/3").isNull()).isTrue();
        assertThat(quote.at("/volume/3").asLong()).isPositive();
        assertThat(quote.at("/close/4").asDouble()).isPositive();
    }

    @Test
    void orderedHaltIsARowOfNullsAndNoDayOfAlphaVantage() throws IOException {
        orderEvents("IBM halt on 2026-11-18");
        JsonNode quote = caller.chart("IBM?range=5d").at("/indicators/quote/0");
        assertThat(quote.at("/close/2").isNull()).isTrue();
        assertThat(quote.at("/volume/2").isNull()).isTrue();
        JsonNode series = caller.alphaVantage("TIME_SERIES_DAILY", "IBM", "k").get("Time Series (Daily)");
        assertThat(series.has("2026-11-18")).isFalse();
        assertThat(series.has("2026-11-17")).isTrue();
    }

    @Test
    void everythingInOneRequestIsQuarterly() throws IOException {
        JsonNode chart = caller.chart("IBM?range=max&interval=1d");
        assertThat(chart.at("/meta/dataGranularity").asString()).isEqualTo("3mo");
        assertThat(chart.get("timestamp")).hasSize(68);
    }

    @Test
    void intervalsOutsideRetentionAreRefused() throws IOException {
        assertThat(caller.get("/v8/finance/chart/IBM?interval=15m&range=1y").statusCode())
                .isEqualTo(422);
        assertThat(caller.get("/v8/finance/chart/IBM?interval=1m&range=1mo").statusCode())
                .isEqualTo(422);
        assertThat(caller.get("/v8/finance/chart/IBM?interval=1s").statusCode()).isEqualTo(400);
        assertThat(caller.get("/v8/finance/chart/IBM?range=7w").statusCode()).isEqualTo(400);
    }

    @Test
    void sparkAnswersTwentySymbolsAndOmitsUnknownOnes() throws IOException {
        JsonNode result =
                caller.json("/v7/finance/spark?symbols=IBM,BRK.B,MSFT&range=5d").at("/spark/result");
        assertThat(result).hasSize(2);
        assertThat(result.at("/0/response/0/indicators/quote/0/close")).hasSize(5);
        assertThat(caller.get("/v7/finance/spark?symbols=A" + ",A".repeat(20)).statusCode())
                .isEqualTo(400);
    }
}
