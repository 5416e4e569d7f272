package io.openalpha.ops.metrics;

import io.openalpha.market.BarReader;
import io.openalpha.market.QuoteStore;
import io.openalpha.ml.model.ModelRegistry;
import io.openalpha.run.RunHistory;
import io.openalpha.run.RunTotals;
import io.openalpha.source.SourceHealthConfiguration;
import io.openalpha.source.SourceHealthReader;
import io.openalpha.source.activity.ActivityReader;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Exposes metrics of the whole pipeline for scraping. Needs a database, the market, and Prometheus' registry. */
@Configuration(proxyBeanMethods = false)
@Import(SourceHealthConfiguration.class)
public class PipelineMetricsConfiguration {

    @Bean
    PipelineCollector pipelineCollector(
            JdbcClient jdbc,
            RunTotals totals,
            RunHistory runs,
            ActivityReader activity,
            SourceHealthReader sources,
            QuoteStore quotes,
            BarReader bars,
            ModelRegistry models,
            Clock clock) {
        return new PipelineCollector(
                List.of(
                        new RunMetrics(totals, runs),
                        new SourceMetrics(activity, sources),
                        new DataMetrics(quotes, bars),
                        new ModelMetrics(jdbc, models)),
                clock);
    }

    @Bean
    InitializingBean pipelineIsScraped(PrometheusRegistry registry, PipelineCollector pipeline) {
        return () -> registry.register(pipeline);
    }
}
