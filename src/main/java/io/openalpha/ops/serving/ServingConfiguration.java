package io.openalpha.ops.serving;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.openalpha.ml.prediction.PromotedModels;
import io.openalpha.ops.audit.AuditLog;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Needs the predictions, the audit log, and a registry of meters. */
@Configuration(proxyBeanMethods = false)
public class ServingConfiguration {

    @Bean
    AuditedModels auditedModels(AuditLog log) {
        return new AuditedModels(log);
    }

    @Bean
    CountedModels countedModels(MeterRegistry meters) {
        return new CountedModels(meters);
    }

    /** {@code openalpha.models.serving} and {@code openalpha.models.refused}: how many there are now. */
    @Bean
    MeterBinder modelGauges(PromotedModels models) {
        return meters -> {
            meters.gauge("openalpha.models.serving", models, promoted -> promoted.models()
                    .size());
            meters.gauge("openalpha.models.refused", models, promoted -> promoted.problems()
                    .size());
        };
    }

    @Bean
    HealthIndicator modelsHealthIndicator(PromotedModels models) {
        return new ModelHealth(models);
    }
}
