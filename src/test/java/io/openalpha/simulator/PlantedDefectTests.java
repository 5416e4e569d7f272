package io.openalpha.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each defect is planted on Wednesday, the third of five rows. */
class PlantedDefectTests extends SimulatorTestCase {

    private JsonNode sound;

    @BeforeEach
    void keepTheSoundWeek() throws IOException {
        sound = caller.chart("IBM?range=5d");
    }

    @Test
    void highBelowLow() throws IOException {
        JsonNode quote = planted("high-below-low");
        assertThat(quote.at("/high/2").asDouble())
                .isEqualTo(soundQuote("low", 2))
                .isLessThan(quote.at("/low/2").asDouble());
    }

    @Test
    void jump() throws IOException {
        assertThat(planted("jump").at("/close/2").asDouble() / soundQuote("close", 2))
                .isBetween(99.99, 100.01);
    }

    @Test
    void zeroPrice() throws IOException {
        assertThat(planted("zero-price").at("/close/2").asDouble()).isZero();
    }

    @Test
    void negativeVolume() throws IOException {
        assertThat(planted("negative-volume").at("/volume/2").asDouble()).isEqualTo(-soundQuote("volume", 2));
    }

    @Test
    void missingForTwoSessions() throws IOException {
        JsonNode quote = planted("missing 2");
        assertThat(quote.get("close")).hasSize(3);
        assertThat(quote.at("/close/1").asDouble()).isEqualTo(soundQuote("close", 1));
        assertThat(quote.at("/close/2").asDouble()).isEqualTo(soundQuote("close", 4));
    }

    @Test
    void nullRow() throws IOException {
        JsonNode quote = planted("null-row");
        assertThat(quote.at("/close/2").isNull()).isTrue();
        assertThat(quote.at("/volume/2").isNull()).isTrue();
    }

    @Test
    void partlyNull() throws IOException {
        JsonNode quote = planted("partly-null");
        assertThat(quote.at("/close/2").isNull()).isTrue();
        assertThat(quote.at("/volume/2").asDouble()).isEqualTo(soundQuote("volume", 2));
    }

    @Test
    void duplicate() throws IOException {
        JsonNode quote = planted("duplicate");
        assertThat(quote.get("close")).hasSize(6);
        assertThat(quote.at("/close/3").asDouble()).isEqualTo(soundQuote("close", 2));
    }

    @Test
    void stale() throws IOException {
        JsonNode quote = planted("stale 2");
        for (String column : new String[] {"open", "high", "low", "close", "volume"}) {
            assertThat(quote.at("/" + column + "/2").asDouble()).isEqualTo(soundQuote(column, 1));
            assertThat(quote.at("/" + column + "/3").asDouble()).isEqualTo(soundQuote(column, 1));
        }
        assertThat(quote.at("/close/4").asDouble()).isEqualTo(soundQuote("close", 4));
    }

    @Test
    void notANumberIsWrittenThoughJsonHasNone() throws IOException {
        plant("nan-adjclose");
        assertThat(caller.get("/v8/finance/chart/IBM?range=5d").body()).contains(",NaN,");
    }

    @Test
    void infinityIsWrittenThoughJsonHasNone() throws IOException {
        plant("infinite-adjclose");
        assertThat(caller.get("/v8/finance/chart/IBM?range=5d").body()).contains(",Infinity,");
    }

    private JsonNode planted(String defect) throws IOException {
        plant(defect);
        return caller.chart("IBM?range=5d").at("/indicators/quote/0");
    }

    private void plant(String defect) {
        setMarket(simulator.orders().market().withDefects("IBM " + defect + " on 2026-11-18"));
    }

    private double soundQuote(String column, int row) {
        return sound.at("/indicators/quote/0/" + column + "/" + row).asDouble();
    }
}
