package io.openalpha.web.api;

import io.openalpha.ops.audit.AuditLog;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

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

    /** Names in snake_case, and no exponents: a price of 0.00000892 is told as that. */
    @Bean
    JsonMapperBuilderCustomizer plainDecimals() {
        return json -> json.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN);
    }

    @Bean
    AuditedRequests acts(AuditLog log) {
        return new AuditedRequests(log);
    }

    @Bean
    WebMvcConfigurer apiFormats(JsonMapper json) {
        return new WebMvcConfigurer() {
            @Override
            public void addFormatters(FormatterRegistry formats) {
                RequestParameters.register(formats);
            }

            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.addCustomConverter(new CardConverter()).addCustomConverter(new CsvConverter(json));
            }
        };
    }
}
