package io.openalpha.web.dashboard.models;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The pages about models. */
@Configuration(proxyBeanMethods = false)
@Import({ModelActions.class, ModelPages.class})
public class ModelPagesConfiguration {

    @Bean
    ModelTable modelTable(JdbcClient jdbc, JsonMapper json) {
        return new ModelTable(jdbc, json);
    }
}
