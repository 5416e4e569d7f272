package io.openalpha.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class DatabasePropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Enabled.class);

    @Test
    void keepDataInTheWorkingDirectoryByDefault() {
        runner.run(context ->
                assertThat(dataDir(context.getBean(DatabaseProperties.class))).isEqualTo("data"));
    }

    @Test
    void areReadFromTheEnvironmentUnderTheNameInTheReadme() {
        runner.withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "systemEnvironment", Map.of("OPENALPHA_DATA_DIR", "/var/lib/openalpha"))))
                .run(context -> assertThat(dataDir(context.getBean(DatabaseProperties.class)))
                        .isEqualTo("/var/lib/openalpha"));
    }

    private static String dataDir(DatabaseProperties properties) {
        Path folder = properties.dataDir();
        return folder.toString();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(DatabaseProperties.class)
    static class Enabled {}
}
