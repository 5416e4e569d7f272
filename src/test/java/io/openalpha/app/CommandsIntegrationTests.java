package io.openalpha.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.openalpha.simulator.Simulator;
import io.openalpha.simulator.SimulatorOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands as a user runs them: the packaged jar, in processes of their own. */
class CommandsIntegrationTests {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** All of the demo but for a good model. */
    private static final Map<String, String> HURRIED = Map.of(
            "OPENALPHA_SOURCE_YAHOO_RATE", "0",
            "OPENALPHA_TRAINING_FOREST_TREES", "3",
            "OPENALPHA_TRAINING_NETWORK_MEMBERS", "1",
            "OPENALPHA_TRAINING_NETWORK_EPOCHS", "1",
            "OPENALPHA_TRAINING_FOLDS", "4");

    private static final Set<String> SHOWN = Set.of("AAPL", "BF.B", "BRK.B", "JPM", "MSFT", "NVDA", "XOM");

    private static final String LOG_LINE = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ (INFO |WARN |ERROR) \\S.*";

    /** Shared, for a new database takes longer than most commands. */
    @TempDir
    private static Path folder;

    @BeforeAll
    static void requireTheJar() throws Exception {
        assumeThat(CommandProcess.jar()).exists();
        makeTheDemosUniverseSmall();
    }

    /** A tenth of the symbols is as good, and a tenth of the training. */
    private static void makeTheDemosUniverseSmall() throws Exception {
        Map<String, String> demo =
                Map.of("OPENALPHA_DATA_DIR", folder.resolve("data/demo").toString());
        try (CommandProcess list = start(demo, "symbols", "list")) {
            assertThat(list.exitCode()).as(list.err()).isZero();
            Stream<String> others = CommandProcess.lines(list.out()).stream()
                    .skip(1)
                    .map(line -> line.split(" ", 2)[0])
                    .filter(symbol -> Math.floorMod(symbol.hashCode(), 10) != 0 && !SHOWN.contains(symbol));
            String[] disable =
                    Stream.concat(Stream.of("symbols", "disable"), others).toArray(String[]::new);
            try (CommandProcess disabled = start(demo, disable)) {
                assertThat(disabled.exitCode()).as(disabled.err()).isZero();
            }
        }
    }

    @Test
    void demonstratesOnceAndShowsQuotes() throws Exception {
        try (CommandProcess demo = start(HURRIED, "demo", "--once")) {
            assertThat(demo.exitCode()).as(demo.err()).isZero();

            assertThat(demo.out())
                    .containsPattern("(?m)^AAPL +[0-9.]+ USD +[0-9,]+  ")
                    .containsPattern("(?m)^Model (random_forest|neural_network)_\\d{8}_\\d{6}$")
                    .contains("BRK.B", "Importance by permutation", "./openalpha");
            assertThat(demo.err()).containsPattern("INFO  Collected (\\d\\d) of \\1 symbols \\(yahoo \\1\\)");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
    void demonstratesAndServesUntilInterrupted() throws Exception {
        try (CommandProcess demo = start(HURRIED, "demo", "--port", "0", "--management-port", "0")) {
            demo.awaitLine("Ctrl-C ends the demo");
            String url = demo.awaitLine("OpenAlpha serves ").replaceFirst(".*(http://[0-9.:]+),.*", "$1");
            String password = demo.awaitLine("Sign in as admin").replaceFirst(".*the password (\\S+) .*", "$1");

            HttpResponse<String> quote = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(url + "/api/v1/quotes/AAPL"))
                                    .header("Authorization", basic("admin", password))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(quote.statusCode()).isEqualTo(200);
            assertThat(JSON.readTree(quote.body()).path("symbol").asString()).isEqualTo("AAPL");

            demo.interrupt();

            assertThat(demo.exitCode()).as(demo.err()).isZero();
        }
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void collectsExactlyWhatTheMarketServes(@TempDir Path alone) throws Exception {
        try (CommandProcess market = start(Map.of(), "simulate", "--port", "0", "--unknown", "GONE")) {
            String url = yahooUrl(market);
            Map<String, String> environment = Map.of("OPENALPHA_SOURCE_YAHOO_BASE_URL", url);
            freeze(url);
            try (CommandProcess collect =
                    CommandProcess.start(alone, environment, "collect", "AAPL", "BRK.B", "--json")) {
                assertThat(collect.exitCode()).as(collect.err()).isZero();

                JsonNode quotes = JSON.readTree(collect.out());
                assertThat(quotes).hasSize(2);
                assertServed(quotes.get(0), "AAPL", lastRow(url, "AAPL"));
                assertServed(quotes.get(1), "BRK.B", lastRow(url, "BRK-B"));
                assertThat(collect.err().lines())
                        .allMatch(line -> line.matches(LOG_LINE))
                        .anyMatch(line -> line.endsWith("Z INFO  Collected AAPL using yahoo (primary)"))
                        .anyMatch(line -> line.endsWith("Z INFO  Collected 2 of 2 symbols (yahoo 2)"))
                        .anyMatch(line -> line.matches(".*Z INFO  collect completed after [0-9.]+ s"));
                try (CommandProcess stored = CommandProcess.start(alone, Map.of(), "quotes", "--json")) {
                    assertThat(stored.exitCode()).isZero();
                    assertThat(JSON.readTree(stored.out())).isEqualTo(quotes);
                    assertThat(stored.err()).isEmpty();
                }
            }
        }
    }

    @Test
    void fallsBackAndFailsWhenTooMuchIsMissing() throws Exception {
        try (CommandProcess market = start(Map.of(), "simulate", "--port", "0", "--unknown", "GONE")) {
            String url = yahooUrl(market);
            Map<String, String> environment = Map.of(
                    "OPENALPHA_SOURCE_YAHOO_BASE_URL", url,
                    "OPENALPHA_SOURCE_ALPHAVANTAGE_BASE_URL", url,
                    "ALPHA_VANTAGE_API_KEY", "topsecretkey");
            try (CommandProcess collect = start(environment, "collect", "AAPL", "GONE", "--csv")) {
                assertThat(collect.exitCode()).as(collect.err()).isEqualTo(3);
                assertThat(collect.out().lines()).hasSize(2).anyMatch(line -> line.startsWith("AAPL,"));
                assertThat(collect.err().lines())
                        .anyMatch(line -> line.endsWith("Z WARN  yahoo failed for GONE, using alphavantage fallback"))
                        .anyMatch(line -> line.endsWith("Z ERROR Both sources failed for GONE, skipping"));
                assertThat(collect.err()).doesNotContain("topsecretkey");
            }
        }
    }

    @Test
    void showsABarOnATerminalInsteadOfALineASymbol() throws Exception {
        try (Simulator market = Simulator.start(SimulatorOptions.defaults());
                CommandProcess collect = start(
                        Map.of(
                                "OPENALPHA_TERMINAL",
                                "1",
                                "OPENALPHA_SOURCE_YAHOO_BASE_URL",
                                market.yahooUrl().toString()),
                        "collect",
                        "AAPL",
                        "MSFT")) {
            assertThat(collect.exitCode()).isZero();
            assertThat(collect.out()).isEmpty();
            assertThat(collect.err()).contains("2/2").doesNotContain("Collected AAPL");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
    void simulatesUntilInterrupted() throws Exception {
        try (CommandProcess market = start(Map.of(), "simulate", "--port", "0")) {
            market.awaitLine("OPENALPHA_SOURCE_ALPHAVANTAGE_BASE_URL=");

            market.interrupt();

            assertThat(market.exitCode()).isZero();
            assertThat(market.err()).isEmpty();
        }
    }

    @Test
    void refusesAPortInUse() throws Exception {
        try (Simulator taken = Simulator.start(SimulatorOptions.defaults());
                CommandProcess second = start(Map.of(), "simulate", "--port", Integer.toString(taken.port()))) {
            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.err())
                    .isEqualTo("openalpha: port %s of 127.0.0.1 cannot be used: Address already in use%n"
                            .formatted(taken.port()));
        }
    }

    @Test
    void failsWithoutTheDatabaseThatIsConfigured() throws Exception {
        Map<String, String> environment = Map.of(
                "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/openalpha?password=geheim",
                "SPRING_DATASOURCE_PASSWORD", "geheim");
        try (CommandProcess collect = start(environment, "collect")) {
            assertThat(collect.exitCode()).isEqualTo(3);
            assertThat(collect.out()).isEmpty();
            assertThat(collect.err())
                    .startsWith("openalpha: The database jdbc:postgresql://127.0.0.1:1/openalpha cannot be reached")
                    .doesNotContain("geheim", "\tat ")
                    .hasLineCount(1);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void failsWhenTheDiskIsFull() throws Exception {
        try (CommandProcess quotes = CommandProcess.start(folder, Map.of(), Path.of("/dev/full"), "quotes", "--json")) {
            assertThat(quotes.exitCode()).isEqualTo(3);
            assertThat(quotes.err()).startsWith("openalpha: standard output could not be written");
        }
    }

    @Test
    void refusesASettingThatBreaksARule() throws Exception {
        try (CommandProcess collect = start(Map.of("OPENALPHA_COLLECTION_CHUNKSIZE", "0"), "collect", "AAPL")) {
            assertThat(collect.exitCode()).isEqualTo(2);
            assertThat(collect.err())
                    .isEqualTo("openalpha: setting openalpha.collection.chunk-size is 0"
                            + " but must be greater than or equal to 1%n".formatted());
        }
    }

    private static CommandProcess start(Map<String, String> environment, String... arguments) throws IOException {
        return CommandProcess.start(folder, environment, arguments);
    }

    private static String yahooUrl(CommandProcess market) {
        return market.awaitLine("OPENALPHA_SOURCE_YAHOO_BASE_URL=").replaceFirst("^[A-Z_]+=", "");
    }

    /** Stops the market's clock while New York trades, so that it serves the same price twice. */
    private static void freeze(String url) throws IOException, InterruptedException {
        String orders = request(HttpRequest.newBuilder(URI.create(url + "/simulator/orders"))
                .PUT(BodyPublishers.ofString("{\"clock\": \"fixed 2026-03-05T16:20:30Z\"}")));
        assertThat(orders).contains("fixed 2026-03-05T16:20:30Z");
    }

    private static void assertServed(JsonNode quote, String symbol, Row row) {
        assertThat(quote.get("symbol").asString()).isEqualTo(symbol);
        assertThat(quote.get("price").decimalValue()).isEqualByComparingTo(Float.toString(row.close()));
        assertThat(quote.get("volume").longValue()).isEqualTo(row.volume());
        assertThat(quote.get("timestamp").asString() + "Z").isEqualTo(row.at().toString());
        assertThat(quote.get("source").asString()).isEqualTo("yahoo");
        assertThat(quote.get("currency").asString()).isEqualTo("USD");
    }

    private static Row lastRow(String url, String yahooName) throws IOException, InterruptedException {
        String chart = request(
                HttpRequest.newBuilder(URI.create(url + "/v8/finance/chart/" + yahooName + "?range=5d&interval=1d"))
                        .header("User-Agent", "Mozilla/5.0"));
        JsonNode result = JSON.readTree(chart).at("/chart/result/0");
        JsonNode rows = result.at("/indicators/quote/0");
        int last = result.get("timestamp").size() - 1;
        while (rows.get("close").get(last).isNull()) {
            last--;
        }
        return new Row(
                Instant.ofEpochSecond(result.get("timestamp").get(last).longValue()),
                rows.get("close").get(last).floatValue(),
                rows.get("volume").get(last).longValue());
    }

    private static String request(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .body();
    }

    private record Row(Instant at, float close, long volume) {}
}
