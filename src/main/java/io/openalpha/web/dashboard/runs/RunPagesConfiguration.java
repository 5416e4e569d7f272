package io.openalpha.web.dashboard.runs;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages about runs. */
@Configuration(proxyBeanMethods = false)
@Import({RunActions.class, RunPages.class, RunPurge.class})
public class RunPagesConfiguration {

    @Bean
    RunTable runTable(JdbcClient jdbc) {
        return new RunTable(jdbc);
    }

    @Bean
    RunDetails runDetails(JdbcClient jdbc) {
        return new RunDetails(jdbc);
    }
}
