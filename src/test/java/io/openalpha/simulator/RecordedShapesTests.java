package io.openalpha.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares what is simulated with what the real services said, where recordings of them are at hand. */
class RecordedShapesTests {

    private static final Path RECORDED = Path.of(System.getProperty("openalpha.shared", "../shared"), "recorded");

    @Test
    void dailyChartHasTheKeysAndTypesOfARealOne() throws IOException {
        assertSameShape("yahoo/chart_1d_AAPL_6mo_live_last_row.json", "/v8/finance/chart/IBM?range=6mo&events=div");
    }

    @Test
    void splitsAndDividendsHaveTheKeysAndTypesOfRealOnes() throws IOException {
        assertSameShape(
                "yahoo/chart_1d_AAPL_2020_split_and_dividend.json",
                "/v8/finance/chart/IBM?range=6mo&events=div,splits",
                "IBM split 4:1 on 2026-10-01");
    }

    @Test
    void minuteChartOfAWeekendHasTheKeysAndTypesOfARealOne() throws IOException {
        assertSameShape(
                "yahoo/chart_1m_AAPL_weekend_no_timestamp.json",
                "/v8/finance/chart/IBM?interval=1m&period1=1794700800&period2=1794787200");
    }

    @Test
    void delistedChartHasTheKeysAndTypesOfARealOne() throws IOException {
        assertSameShape(
                "yahoo/chart_200_delisted_no_timestamp_CAPIO.ST.json",
                "/v8/finance/chart/IBM?range=5d",
                "IBM delist on 2026-10-01");
    }

    @Test
    void globalQuoteHasTheKeysAndTypesOfARealOne() throws IOException {
        assertSameShape("alphavantage/global_quote_IBM_2020.json", "/query?function=GLOBAL_QUOTE&symbol=IBM&apikey=k");
    }

    @Test
    void dailySeriesHasTheKeysAndTypesOfARealOne() throws IOException {
        assertSameShape(
                "alphavantage/time_series_daily_MSFT_100rows_2018.json",
                "/query?function=TIME_SERIES_DAILY&symbol=IBM&apikey=k");
    }

    @Test
    void adjustedSeriesHasTheKeysAndTypesOfARealOne() throws IOException {
        assertSameShape(
                "alphavantage/time_series_daily_adjusted_2018.json",
                "/query?function=TIME_SERIES_DAILY_ADJUSTED&symbol=IBM&apikey=premium");
    }

    private static void assertSameShape(String recording, String path, String... events) throws IOException {
        Path file = RECORDED.resolve(recording);
        assumeTrue(Files.exists(file), "no recordings at hand");
        SimulatorOrders orders = SimulatorOrders.none()
                .withClock(ClockOrder.fixed(Instant.parse("2026-11-20T22:00:00Z")))
                .withMarket(MarketOrders.plain().withEvents(events).withShares(0, 0))
                .withQuota(QuotaOrders.free().withPremiumKeys(Set.of("premium")));
        try (Simulator simulator = Simulator.start(SimulatorOptions.defaults().withOrders(orders))) {
            JsonNode real = new JsonMapper().readTree(withoutByteOrderMark(Files.readString(file)));
            assertThat(shape(new Caller(simulator).json(path))).containsExactlyInAnyOrderEntriesOf(shape(real));
        }
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Map<String, String> shape(JsonNode node) {
        Map<String, String> shape = new TreeMap<>();
        collect("", node, shape);
        return shape;
    }

    private static void collect(String path, JsonNode node, Map<String, String> shape) {
        if (node.isArray()) {
            node.forEach(element -> collect(path + "[]", element, shape));
        } else if (node.isObject()) {
            shape.put(path, "object");
            node.properties().forEach(entry -> collect(path + "/" + general(entry.getKey()), entry.getValue(), shape));
        } else {
            shape.put(path, node.getNodeType().name());
        }
    }

    /** Keys that are times or days stand for any of them. */
    private static String general(String key) {
        return key.matches("\\d{9,10}") ? "TIME" : key.matches("\\d{4}-\\d\\d-\\d\\d") ? "DAY" : key;
    }
}
