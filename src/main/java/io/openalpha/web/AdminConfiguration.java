package io.openalpha.web;

import io.openalpha.ops.audit.AuditConfiguration;
import io.openalpha.ops.launch.LaunchConfiguration;
import io.openalpha.ops.launch.LauncherDescription;
import io.openalpha.ops.launch.Tasks;
import io.openalpha.ops.metrics.PipelineMetricsConfiguration;
import io.openalpha.ops.serving.ServingConfiguration;
import io.openalpha.web.api.ApiConfiguration;
import io.openalpha.web.security.Accounts;
import io.openalpha.web.security.SecurityConfiguration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The admin service: a web server, on {@code server.port}, and the actuator on
 * {@code management.server.port}.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    WebConfiguration.class,
    SecurityConfiguration.class,
    AuditConfiguration.class,
    LaunchConfiguration.class,
    ServingConfiguration.class,
    PipelineMetricsConfiguration.class,
    ApiConfiguration.class
})
public class AdminConfiguration {

    @Bean
    InfoContributor launcherInfo(Tasks tasks) {
        return info -> {
            LauncherDescription launcher = tasks.launcher();
            info.withDetail("launcher", Map.of("kind", launcher.kind(), "place", launcher.place()));
        };
    }

    /** None where users are configured, or an issuer of tokens is. */
    @Bean
    @Nullable
    FirstSignIn firstSignIn(Accounts accounts) {
        return accounts.invented()
                .map(invented -> new FirstSignIn(invented.user(), invented.password()))
                .orElse(null);
    }
}
