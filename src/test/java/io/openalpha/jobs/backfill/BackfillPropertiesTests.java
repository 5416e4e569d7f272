package io.openalpha.jobs.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class BackfillPropertiesTests {

    private static BackfillProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("openalpha.backfill", BackfillProperties.class);
    }

    @Test
    void haveDefaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new BackfillProperties(
                        Period.ofYears(10), 5, 25, 24, 100, Duration.ofMillis(500), Duration.ofHours(1), 0.2));
    }

    @Test
    void haveNames() {
        assertThat(bound(Map.of(
                        "openalpha.backfill.history", "2y",
                        "openalpha.backfill.overlap", "7",
                        "openalpha.backfill.chunk-size", "3",
                        "openalpha.backfill.in-flight", "4",
                        "openalpha.backfill.politeness-batch", "9",
                        "openalpha.backfill.politeness-delay", "1s",
                        "openalpha.backfill.time-limit", "5m",
                        "openalpha.backfill.max-failed-share", "0.5")))
                .isEqualTo(new BackfillProperties(
                        Period.ofYears(2), 7, 3, 4, 9, Duration.ofSeconds(1), Duration.ofMinutes(5), 0.5));
    }
}
