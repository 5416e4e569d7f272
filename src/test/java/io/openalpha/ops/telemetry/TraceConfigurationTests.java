package io.openalpha.ops.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.Tracer;
import io.openalpha.database.TestDatabase;
import io.openalpha.run.ExecutionRecord;
import io.openalpha.run.ExitCode;
import io.openalpha.run.JobPlan;
import io.openalpha.run.JobRunner;
import io.openalpha.run.Run;
import io.openalpha.run.RunEnd;
import io.openalpha.run.RunHistory;
import io.openalpha.run.RunId;
import io.openalpha.run.RunListener;
import io.openalpha.run.StepProgress;
import io.openalpha.source.ScriptedServer;
import io.openalpha.source.activity.RequestWatch;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TraceConfigurationTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final List<ResourceSpans> received = new CopyOnWriteArrayList<>();

    @AutoClose
    private final ScriptedServer collector = new ScriptedServer();

    @BeforeEach
    void receive() {
        collector.handles(exchange -> {
            paths.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            received.addAll(ExportTraceServiceRequest.parseFrom(exchange.getRequestBody())
                    .getResourceSpansList());
            exchange.sendResponseHeaders(200, -1);
        });
    }

    @Test
    void withoutAnEndpointNothingIsThere() {
        command().run(context -> {
            assertThat(context).doesNotHaveBean(Tracer.class);
            assertThat(context).doesNotHaveBean(RunListener.class);
            assertThat(context.getBean(JobRunner.class).run(new Numbers(null), new RunId("a"), Map.of()))
                    .isNotNull();
            assertThat(execution(context.getBean(RunHistory.class)).traceId()).isNull();
        });
        assertThat(paths).isEmpty();
    }

    @Test
    void aRunIsOneTraceOfItsStepsChunksAndRequests() {
        List<String> ids = new CopyOnWriteArrayList<>();
        command("OTEL_EXPORTER_OTLP_ENDPOINT=" + collector.uri() + "/").run(context -> {
            context.getBean(JobRunner.class)
                    .run(new Numbers(context.getBean(RequestWatch.class)), new RunId("a"), Map.of());
            ids.add(execution(context.getBean(RunHistory.class)).traceId());
        });

        assertThat(paths).isNotEmpty().containsOnly("POST /v1/traces");
        assertThat(received.get(0).getResource().getAttributesList())
                .anyMatch(attribute -> attribute.getKey().equals("service.name")
                        && attribute.getValue().getStringValue().equals("openalpha"));
        assertThat(spans())
                .allMatch(span -> hex(span.getTraceId().toByteArray()).equals(ids.get(0)));
        Span job = only("spring.batch.job");
        Span step = only("spring.batch.step");
        assertThat(job.getParentSpanId().isEmpty()).isTrue();
        assertThat(job.getAttributesList())
                .anyMatch(attribute -> attribute.getKey().equals("run.id")
                        && attribute.getValue().getStringValue().equals("a"));
        assertThat(step.getParentSpanId()).isEqualTo(job.getSpanId());
        assertThat(named("openalpha.chunk")).hasSize(2).allMatch(span -> span.getParentSpanId()
                .equals(step.getSpanId()));
        assertThat(named("request yahoo")).hasSize(2).allSatisfy(request -> {
            assertThat(request.getParentSpanId()).isEqualTo(step.getSpanId());
            assertThat(request.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
            assertThat(request.getEndTimeUnixNano() - request.getStartTimeUnixNano())
                    .isEqualTo(3_000_000);
        });
    }

    @Test
    void aCollectorThatIsAwayFailsNoRun() {
        command("OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:1").run(context -> {
            RunEnd end = context.getBean(JobRunner.class)
                    .run(new Numbers(context.getBean(RequestWatch.class)), new RunId("a"), Map.of());

            assertThat(end.exitCode()).isEqualTo(ExitCode.DONE);
        });
    }

    private static ExecutionRecord execution(RunHistory history) {
        return history.executions(new RunId("a")).get(0);
    }

    private ApplicationContextRunner command(String... settings) {
        return BatchCommand.on(database, TraceConfiguration.class).withPropertyValues(settings);
    }

    private Span only(String name) {
        List<Span> spans = named(name).toList();
        assertThat(spans).hasSize(1);
        return spans.get(0);
    }

    private Stream<Span> named(String name) {
        return spans().filter(span -> span.getName().equals(name));
    }

    private Stream<Span> spans() {
        return received.stream()
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Two chunks of numbers; before each is written, a source was asked on another thread. */
    private record Numbers(@Nullable RequestWatch watch) implements JobPlan {

        @Override
        public String name() {
            return "count";
        }

        @Override
        public Job job(Run run) {
            StepProgress progress = run.progress();
            return run.job()
                    .start(run.<Integer, Integer>step("write", 3, progress)
                            .reader(new ListItemReader<>(List.of(1, 2, 3, 4, 5)))
                            .writer(chunk -> {
                                if (watch != null) {
                                    CompletableFuture.runAsync(
                                                    () -> watch.requested("yahoo", "answered", 3_000_000, false))
                                            .join();
                                }
                                progress.advance("", chunk.size(), Map.of());
                            })
                            .build())
                    .build();
        }
    }
}
