package io.openalpha.ops.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.openalpha.run.RunHistory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.otlp.OtlpMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.export.prometheus.PrometheusPushGatewayManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Pushes the metrics of a batch command; without a receiver in the settings, nothing of it is loaded. */
@Configuration(proxyBeanMethods = false)
@Conditional(PushChosen.class)
@ImportAutoConfiguration({
    CompositeMeterRegistryAutoConfiguration.class,
    MetricsAutoConfiguration.class,
    OtlpMetricsExportAutoConfiguration.class,
    PrometheusMetricsExportAutoConfiguration.class
})
public class PushConfiguration {

    @Bean
    RunMeters runMeters(MeterRegistry meters, RunHistory history) {
        return new RunMeters(meters, history);
    }

    @Bean
    RequestMeters requestMeters(MeterRegistry meters) {
        return new RequestMeters(meters);
    }

    /** No bean depends on it, and it must push the last values when the context is closed. */
    @Bean
    static LazyInitializationExcludeFilter pushIsNeverLeftOut() {
        return LazyInitializationExcludeFilter.forBeanTypes(PrometheusPushGatewayManager.class);
    }
}
