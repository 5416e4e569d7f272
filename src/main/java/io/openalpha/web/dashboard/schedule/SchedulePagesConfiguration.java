package io.openalpha.web.dashboard.schedule;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.openalpha.ops.launch.AdminProperties;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages about what starts by itself, and about who did what. */
@Configuration(proxyBeanMethods = false)
@Import({AuditPage.class, SchedulePage.class})
public class SchedulePagesConfiguration {

    @Bean
    Plans plans(ObjectProvider<KubernetesClient> kubernetes, AdminProperties settings, Clock clock) {
        return new Plans(kubernetes.getIfAvailable(), settings.cronJobPrefix(), clock);
    }
}
