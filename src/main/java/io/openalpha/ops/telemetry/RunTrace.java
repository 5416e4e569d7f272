package io.openalpha.ops.telemetry;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.openalpha.run.RunListener;
import io.openalpha.source.activity.RequestWatch;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The trace of the run of this process. Spring Batch makes the spans of the job and of its steps; this one notes the
 * trace's id with the execution, and adds each request to a source to the step at work.
 */
final class RunTrace implements RunListener, RequestWatch {

    private final Tracer tracer;
    private final JdbcClient jdbc;
    private volatile @Nullable TraceContext atWork;

    RunTrace(Tracer tracer, JdbcClient jdbc) {
        this.tracer = tracer;
        this.jdbc = jdbc;
    }

    @Override
    public void beforeJob(JobExecution execution) {
        Span span = tracer.currentSpan();
        if (span == null) {
            return;
        }
        atWork = span.context();
        execution
                .getJobParameters()
                .forEach(parameter -> span.tag(parameter.name(), String.valueOf(parameter.value())));
        jdbc.sql("insert into run_trace values (:execution, :trace)")
                .param("execution", execution.getId())
                .param("trace", span.context().traceId())
                .update();
    }

    @Override
    public void beforeStep(StepExecution step) {
        Span span = tracer.currentSpan();
        if (span != null) {
            atWork = span.context();
        }
    }

    /** It has ended by now, on whatever thread. */
    @Override
    public void requested(String source, String outcome, long nanos, boolean again) {
        TraceContext parent = atWork;
        if (parent == null) {
            return;
        }
        long end = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        tracer.spanBuilder()
                .setParent(parent)
                .kind(Span.Kind.CLIENT)
                .name("request " + source)
                .tag("source", source)
                .tag("outcome", outcome)
                .tag("again", again)
                .startTimestamp(end - TimeUnit.NANOSECONDS.toMicros(nanos), TimeUnit.MICROSECONDS)
                .start()
                .end(end, TimeUnit.MICROSECONDS);
    }
}
