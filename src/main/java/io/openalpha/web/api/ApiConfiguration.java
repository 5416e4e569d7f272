package io.openalpha.web.api;

import io.openalpha.format.Json;
import io.openalpha.ops.audit.AuditLog;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The REST interface. */
@Configuration(proxyBeanMethods = false)
@Import({
    ApiDocument.class,
    ApiErrors.class,
    ErrorPage.class,
    JobController.class,
    MarketController.class,
    ModelController.class,
    PredictionController.class,
    RunActionsController.class,
    RunController.class,
    SymbolController.class,
    TrainingController.class
})
public class ApiConfiguration {

    @Bean
    JsonMapperBuilderCustomizer jsonConventions() {
        return Json::configure;
    }

    @Bean
    AuditedRequests auditedRequests(AuditLog log) {
        return new AuditedRequests(log);
    }

    @Bean
    WebMvcConfigurer apiFormats() {
        return new WebMvcConfigurer() {
            @Override
            public void addFormatters(FormatterRegistry formats) {
                RequestParameters.register(formats);
            }

            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.addCustomConverter(new CardConverter()).addCustomConverter(new CsvConverter());
            }
        };
    }
}
