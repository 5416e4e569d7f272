package io.openalpha.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openalpha.simulator.Outage;
import io.openalpha.simulator.Simulator;
import io.openalpha.simulator.SimulatorOptions;
import io.openalpha.simulator.SimulatorOrders;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class SimulateCommandTests {

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
    void servesUntilStopped() throws Exception {
        StringWriter out = new StringWriter();
        CommandLine commands = CommandLineInterface.commandLine().setOut(new PrintWriter(out));
        CompletableFuture<Integer> exitCode = CompletableFuture.supplyAsync(
                () -> commands.execute("simulate", "--port", "0", "--unknown", "NOPE"),
                task -> new Thread(task).start());
        await().until(() -> out.toString().contains("ALPHAVANTAGE"));
        String url = out.toString().lines().findFirst().orElseThrow().replace("OPENALPHA_SOURCE_YAHOO_BASE_URL=", "");

        assertThat(status(url + "/v8/finance/chart/AAPL")).isEqualTo(200);
        assertThat(status(url + "/v8/finance/chart/NOPE")).isEqualTo(404);
        assertThat(exitCode).isNotDone();

        new ProcessBuilder(
                        "kill", "-TERM", Long.toString(ProcessHandle.current().pid()))
                .start()
                .waitFor();
        assertThat(exitCode.get()).isZero();
    }

    @Test
    void ordersAnOutageAndAQuota() {
        SimulatedFaults faults = new SimulatedFaults();
        new CommandLine(CommandSpec.create().addMixin("faults", CommandSpec.forAnnotatedObject(faults)))
                .parseArgs("--outage", "30", "--quota", "7");

        SimulatorOrders orders = faults.orders();

        assertThat(orders.yahoo().outage()).isEqualTo(new Outage(Outage.Kind.UNAVAILABLE, Duration.ofSeconds(30)));
        assertThat(orders.alphaVantage().outage()).isEqualTo(orders.yahoo().outage());
        assertThat(orders.quota().perDay()).isEqualTo(7);
    }

    @Test
    void refusesAPortInUse() throws IOException {
        try (Simulator taken = Simulator.start(SimulatorOptions.defaults())) {
            int port = taken.port();

            CommandRun run = CommandRun.of("simulate", "--port", Integer.toString(port));

            assertThat(run)
                    .isEqualTo(new CommandRun(
                            2,
                            "",
                            "openalpha: port %s of 127.0.0.1 cannot be used: Address already in use%n"
                                    .formatted(port)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--port 65536,port 65536 of 127.0.0.1 cannot be used",
        "--port -1,port -1 of 127.0.0.1 cannot be used",
        "--host nowhere.invalid,port 8790 of nowhere.invalid cannot be used",
        "--errors 1.5,fault rates must not be negative nor above 1 in total",
        "--resets -0.1,fault rates must not be negative nor above 1 in total",
        "--latency -5,latency",
        "--rate-limit -1,requests per second must not be negative"
    })
    void refusesOrdersThatCannotBe(String options, String message) {
        CommandRun run = CommandRun.of(("simulate " + options).split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("openalpha: ").contains(message).doesNotContain("Exception", "\tat ");
    }

    private static int status(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("User-Agent", "Mozilla/5.0")
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
