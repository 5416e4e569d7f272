package io.openalpha.ops.telemetry;

import io.micrometer.tracing.Tracer;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingConnectionDetails;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sends the run of a batch command as a trace by OTLP over HTTP; without a setting that says whereto, nothing of it is
 * loaded.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(TracesChosen.class)
@ImportAutoConfiguration({
    ObservationAutoConfiguration.class,
    OpenTelemetrySdkAutoConfiguration.class,
    OpenTelemetryTracingAutoConfiguration.class,
    OtlpTracingAutoConfiguration.class,
    MicrometerTracingAutoConfiguration.class
})
public class TraceConfiguration {

    @Bean
    OtlpTracingConnectionDetails otlpTracingConnectionDetails(Environment settings) {
        String url = TracesChosen.endpoint(settings).orElseThrow();
        return transport -> url;
    }

    @Bean
    RunTrace runTrace(Tracer tracer, JdbcClient jdbc) {
        return new RunTrace(tracer, jdbc);
    }
}
