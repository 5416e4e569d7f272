package io.openalpha.ops.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AdminPropertiesTests {

    private static AdminProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("openalpha.admin", AdminProperties.class);
    }

    @Test
    void haveDefaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new AdminProperties(
                        Duration.ofHours(1), false, "openalpha-", Duration.ofMinutes(5), Path.of("data/tasks")));
    }

    @Test
    void haveNames() {
        assertThat(bound(Map.of(
                        "openalpha.admin.training-interval", "20m",
                        "openalpha.admin.failed-training-counts", "true",
                        "openalpha.admin.cron-job-prefix", "mine-",
                        "openalpha.admin.start-patience", "30s",
                        "openalpha.admin.task-folder", "/var/tasks")))
                .isEqualTo(new AdminProperties(
                        Duration.ofMinutes(20), true, "mine-", Duration.ofSeconds(30), Path.of("/var/tasks")));
    }
}
