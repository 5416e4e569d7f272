package io.openalpha.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class MarketTests extends SimulatorTestCase {

    @Test
    void sameSeedMakesTheSameMarket() throws IOException {
        String path = "/v8/finance/chart/IBM?range=5y&events=div,splits";
        try (Simulator twin = Simulator.start(SimulatorOptions.defaults().withOrders(FRIDAY_NOON));
                Simulator other = Simulator.start(
                        SimulatorOptions.defaults().withOrders(FRIDAY_NOON).withSeed(7))) {
            String body = caller.get(path).body();
            assertThat(new Caller(twin).get(path).body()).isEqualTo(body);
            assertThat(new Caller(other).get(path).body()).isNotEqualTo(body);
        }
    }

    @Test
    void theNextDayAddsARowAndChangesNone() throws IOException {
        setClock("2026-11-19T23:00:00Z");
        double[] before = closes(caller.daily("IBM", "2016-01-01T00:00:00Z"));
        setClock("2026-11-20T23:00:00Z");
        double[] after = closes(caller.daily("IBM", "2016-01-01T00:00:00Z"));
        assertThat(after).hasSize(before.length + 1).startsWith(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"IBM", "BRK-B", "VOD.L", "ALL.AX", "SAP.DE", "RY.TO", "BTC-USD", "EURUSD=X", "%5EGSPC", "SPY"})
    void barsOfAllYearsAreSound(String symbol) throws IOException {
        JsonNode chart = caller.daily(symbol, "2010-01-01T00:00:00Z");
        JsonNode quote = chart.at("/indicators/quote/0");
        double[] open = numbers(quote.get("open"));
        double[] high = numbers(quote.get("high"));
        double[] low = numbers(quote.get("low"));
        double[] close = closes(chart);
        assertThat(close).hasSizeGreaterThan(4000);
        for (int i = 0; i < close.length; i++) {
            assertThat(low[i]).isPositive().isLessThanOrEqualTo(Math.min(open[i], close[i]));
            assertThat(high[i]).isGreaterThanOrEqualTo(Math.max(open[i], close[i]));
            assertThat(close[i] / close[Math.max(0, i - 1)]).isBetween(0.6, 1.6);
        }
    }

    @Test
    void volatilityClustersAndTheMarketMovesSymbolsTogether() throws IOException {
        double[] ibm = returns(closes(caller.daily("IBM", "2010-01-01T00:00:00Z")));
        double[] msft = returns(closes(caller.daily("MSFT", "2010-01-01T00:00:00Z")));
        double[] sizes = Arrays.stream(ibm).map(Math::abs).toArray();
        double[] before = Arrays.copyOf(sizes, sizes.length - 1);
        double[] after = Arrays.copyOfRange(sizes, 1, sizes.length);
        assertThat(correlation(before, after)).isGreaterThan(0.03);
        assertThat(correlation(ibm, msft)).isGreaterThan(0.1);
    }

    @ParameterizedTest
    @CsvSource({
        "IBM, USD, NYQ, EQUITY, America/New_York",
        "AAPL, USD, NMS, EQUITY, America/New_York",
        "VOD.L, GBp, LSE, EQUITY, Europe/London",
        "ALL.AX, AUD, ASX, EQUITY, Australia/Sydney",
        "SAP.DE, EUR, GER, EQUITY, Europe/Berlin",
        "RY.TO, CAD, TOR, EQUITY, America/Toronto",
        "SBK.JO, ZAc, JNB, EQUITY, Africa/Johannesburg",
        "BTC-USD, USD, CCC, CRYPTOCURRENCY, UTC",
        "INR=X, INR, CCY, CURRENCY, Europe/London",
        "EURUSD=X, USD, CCY, CURRENCY, Europe/London"
    })
    void symbolsBelongToTheirExchange(String symbol, String currency, String code, String type, String zone)
            throws IOException {
        JsonNode meta = caller.chart(symbol + "?range=5d").get("meta");
        assertThat(meta.get("currency").asString()).isEqualTo(currency);
        assertThat(meta.get("exchangeName").asString()).isEqualTo(code);
        assertThat(meta.get("instrumentType").asString()).isEqualTo(type);
        assertThat(meta.get("exchangeTimezoneName").asString()).isEqualTo(zone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BRK.B", "GONE", "A%20B", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"})
    void unknownSymbolsAreNotFound(String symbol) throws IOException {
        setMarket(MarketOrders.plain().withUnknownSymbols(Set.of("GONE")));
        var answer = caller.get("/v8/finance/chart/" + symbol + "?range=5d");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"code\":\"Not Found\"", "\"result\":null");
    }

    @Test
    void pricesAreFloatsWidened() throws IOException {
        for (double close : closes(caller.chart("IBM?range=1y"))) {
            assertThat((double) (float) close).isEqualTo(close);
        }
    }

    private static double[] returns(double[] closes) {
        double[] returns = new double[closes.length - 1];
        Arrays.setAll(returns, i -> closes[i + 1] / closes[i] - 1);
        return returns;
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double together = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            together += (a[i] - meanA) * (b[i] - meanB);
            squaresA += (a[i] - meanA) * (a[i] - meanA);
            squaresB += (b[i] - meanB) * (b[i] - meanB);
        }
        return together / Math.sqrt(squaresA * squaresB);
    }
}
