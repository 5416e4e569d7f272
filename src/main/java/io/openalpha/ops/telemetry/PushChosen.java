package io.openalpha.ops.telemetry;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether metrics are to be pushed. */
final class PushChosen implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment settings = context.getEnvironment();
        return isOn(settings, "management.prometheus.metrics.export.pushgateway.enabled")
                || isOn(settings, "management.otlp.metrics.export.enabled");
    }

    private static boolean isOn(Environment settings, String name) {
        return settings.getProperty(name, Boolean.class, false);
    }
}
