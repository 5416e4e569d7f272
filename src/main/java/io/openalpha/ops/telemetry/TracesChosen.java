package io.openalpha.ops.telemetry;

import java.util.Optional;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Whether traces are to be sent: OpenTelemetry's own variables, or Spring Boot's property, say whereto. */
final class TracesChosen implements Condition {

    private static final String BASE = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final String TRACES = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
    private static final String PROPERTY = "management.opentelemetry.tracing.export.otlp.endpoint";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return endpoint(context.getEnvironment()).isPresent();
    }

    /** The URL that traces are posted to; empty if there is none. */
    static Optional<String> endpoint(Environment settings) {
        return given(settings, PROPERTY).or(() -> given(settings, TRACES)).or(() -> given(settings, BASE)
                .map(base -> StringUtils.trimTrailingCharacter(base, '/') + "/v1/traces"));
    }

    private static Optional<String> given(Environment settings, String name) {
        return Optional.ofNullable(settings.getProperty(name)).filter(StringUtils::hasText);
    }
}
