package io.openalpha.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import io.openalpha.simulator.Simulator;
import io.openalpha.simulator.SimulatorOptions;
import io.openalpha.simulator.SimulatorOrders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log of a process of its own, for loggers are one for each. */
class StructuredLogIntegrationTests {

    private static final String KEY = "S3cr3t-k3y";

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final Simulator market = Simulator.start(SimulatorOptions.defaults().withOrders(withoutNosuch()));

    @TempDir
    private Path folder;

    StructuredLogIntegrationTests() throws IOException {}

    private static SimulatorOrders withoutNosuch() {
        SimulatorOrders none = SimulatorOrders.none();
        return none.withMarket(none.market().withUnknownSymbols(Set.of("NOSUCH")));
    }

    @Test
    void everyLineIsJsonWithTheRunTheJobTheSymbolAndTheSource() throws Exception {
        List<String> lines = collect(Map.of(
                "LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs",
                "LOGGING_LEVEL_IO_OPENALPHA", "debug"));

        JsonMapper json = new JsonMapper();
        List<JsonNode> events = lines.stream().map(json::readTree).toList();
        assertThat(events).allSatisfy(event -> {
            assertThat(event.path("@timestamp").asString()).isNotEmpty();
            assertThat(event.path("message").asString()).isNotEmpty();
        });
        JsonNode collected = event(events, "Collected AAPL using yahoo (primary)");
        assertThat(collected.path("log").path("level").asString()).isEqualTo("INFO");
        assertThat(collected.path("openalpha")).isEqualTo(json.readTree("""
                        {"job": "collect", "run_id": "one", "symbol": "AAPL", "source": "yahoo"}"""));
        JsonNode failed = event(events, "Both sources failed for NOSUCH, skipping");
        assertThat(failed.path("openalpha").path("source").asString()).isEqualTo("alphavantage");
        assertThat(event(events, "Collected 1 of 2 symbols").path("openalpha").has("symbol"))
                .isFalse();
        assertThat(lines).noneMatch(line -> line.contains(KEY) || line.contains(database.password()));
    }

    @Test
    void withoutTheSettingLinesAreForPeople() throws Exception {
        assertThat(collect(Map.of()))
                .anyMatch(line -> line.matches("\\S+Z INFO  Collected AAPL using yahoo \\(primary\\)"))
                .noneMatch(line -> line.startsWith("{"));
    }

    @Test
    void anUnreachableReceiverOfMetricsIsReportedWithoutAStackTrace() throws Exception {
        List<String> lines = collect(Map.of(
                "MANAGEMENT_PROMETHEUS_METRICS_EXPORT_PUSHGATEWAY_ENABLED", "true",
                "MANAGEMENT_PROMETHEUS_METRICS_EXPORT_PUSHGATEWAY_ADDRESS", "127.0.0.1:1"));

        assertThat(lines)
                .anyMatch(line -> line.contains("Prometheus Pushgateway"))
                .anyMatch(line -> line.contains("Connection refused"))
                .noneMatch(line -> line.startsWith("\tat "));
    }

    private static JsonNode event(List<JsonNode> events, String message) {
        return events.stream()
                .filter(event -> event.path("message").asString().startsWith(message))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no event %s in %s".formatted(message, events)));
    }

    /** What a collection of two symbols, one of which nobody knows, says on standard error. */
    private List<String> collect(Map<String, String> settings) throws IOException, InterruptedException {
        Path err = folder.resolve("err");
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.openalpha.OpenAlpha",
                "collect",
                "AAPL",
                "NOSUCH",
                "--run-id",
                "one");
        program.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(err.toFile());
        program.environment()
                .putAll(Map.of(
                        "SPRING_DATASOURCE_URL", database.url(),
                        "SPRING_DATASOURCE_USERNAME", database.username(),
                        "SPRING_DATASOURCE_PASSWORD", database.password(),
                        "ALPHA_VANTAGE_API_KEY", KEY,
                        "OPENALPHA_SOURCE_ALPHAVANTAGE_BASE_URL",
                                market.alphaVantageUrl().toString(),
                        "OPENALPHA_SOURCE_YAHOO_BASE_URL", market.yahooUrl().toString()));
        program.environment().putAll(settings);
        program.start().waitFor();
        return Files.readString(err, UTF_8).lines().toList();
    }
}
