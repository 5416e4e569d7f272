package io.openalpha.ops.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.openalpha.database.TestDatabase;
import io.openalpha.run.ExitCode;
import io.openalpha.run.RunEnd;
import io.openalpha.run.RunId;
import io.openalpha.run.RunWatch;
import io.openalpha.source.ScriptedServer;
import io.openalpha.source.activity.RequestWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PushConfigurationTests {

    private static final Pattern PUSHED = Pattern.compile("openalpha_pushed_\\w+");

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final List<String> pushed = new CopyOnWriteArrayList<>();

    @AutoClose
    private final ScriptedServer receiver = new ScriptedServer();

    @BeforeEach
    void receive() {
        receiver.handles(exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            pushed.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n" + body);
            exchange.sendResponseHeaders(200, -1);
        });
    }

    private ApplicationContextRunner command(String... settings) {
        return BatchCommand.on(database, PushConfiguration.class).withPropertyValues(settings);
    }

    private String address() {
        return receiver.uri().getAuthority();
    }

    @Test
    void withoutSettingsNothingIsThere() {
        command().run(context -> {
            assertThat(context).doesNotHaveBean(MeterRegistry.class);
            assertThat(context).doesNotHaveBean(RunWatch.class);
            assertThat(context).doesNotHaveBean(RequestWatch.class);
        });
        assertThat(pushed).isEmpty();
    }

    @Test
    void pushGatewayGetsTheLastValuesUnderTheNamesOfTheDocument() throws IOException {
        command(
                        "management.prometheus.metrics.export.pushgateway.enabled=true",
                        "management.prometheus.metrics.export.pushgateway.address=" + address(),
                        "management.prometheus.metrics.export.pushgateway.grouping-key.job_name=collect")
                .run(context -> work(context.getBean(RunWatch.class), context.getBean(RequestWatch.class)));

        // The first of its regular pushes may still be on its way when the last one is made.
        String last = pushed.stream()
                .filter(push -> push.startsWith("PUT /metrics/job/openalpha/"))
                .findFirst()
                .orElseThrow();
        assertThat(last)
                .contains("/job_name/collect", "/shard/0")
                .contains("openalpha_pushed_run_duration_seconds{job_name=\"collect\",outcome=\"done\"} 12.0")
                .contains("openalpha_pushed_source_requests_total{outcome=\"answered\",source=\"yahoo\"} 1.0")
                .contains("openalpha_pushed_source_retries_total{source=\"yahoo\"} 1.0")
                .contains("openalpha_pushed_source_request_duration_seconds_bucket{source=\"yahoo\",le=\"0.1\"} 1");
        assertThat(typed(last)).isEqualTo(names(Files.readString(Path.of("docs", "metrics.md"))));
    }

    @Test
    void collectorGetsTheLastValues() {
        command(
                        "management.otlp.metrics.export.enabled=true",
                        "management.otlp.metrics.export.url=http://" + address() + "/v1/metrics")
                .run(context -> work(context.getBean(RunWatch.class), context.getBean(RequestWatch.class)));

        assertThat(pushed).hasSize(1);
        assertThat(pushed.get(0))
                .startsWith("POST /v1/metrics")
                .contains("openalpha.pushed.run.duration.seconds", "openalpha.pushed.source.requests");
    }

    @Test
    void receiverThatIsAwayFailsNothing() {
        receiver.close();

        command(
                        "management.prometheus.metrics.export.pushgateway.enabled=true",
                        "management.prometheus.metrics.export.pushgateway.address=" + address())
                .run(context -> work(context.getBean(RunWatch.class), context.getBean(RequestWatch.class)));

        assertThat(pushed).isEmpty();
    }

    private static void work(RunWatch runs, RequestWatch requests) {
        requests.requested("yahoo", "unavailable", Duration.ofSeconds(1).toNanos(), false);
        requests.requested("yahoo", "answered", Duration.ofMillis(80).toNanos(), true);
        runs.ended("collect", new RunId("once"), new RunEnd(ExitCode.DONE, "done"), Duration.ofSeconds(12));
    }

    private static Set<String> typed(String text) {
        return names(text.lines().filter(line -> line.startsWith("# TYPE")).collect(Collectors.joining("\n")));
    }

    private static Set<String> names(String text) {
        return PUSHED.matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
