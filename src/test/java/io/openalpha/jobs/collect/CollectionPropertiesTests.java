package io.openalpha.jobs.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CollectionPropertiesTests {

    @Test
    void hasTheDefaultsThatTheDocumentationStates() {
        assertThat(bind(Map.of()))
                .isEqualTo(new CollectionProperties(
                        50, 24, 100, Duration.ofMillis(500), Duration.ofMinutes(8), 0.2, 5, 0));
    }

    @Test
    void hasTheNamesThatTheDocumentationStates() {
        assertThat(bind(Map.of(
                        "openalpha.collection.chunk-size", "10",
                        "openalpha.collection.in-flight", "3",
                        "openalpha.collection.politeness-batch", "7",
                        "openalpha.collection.politeness-delay", "2s",
                        "openalpha.collection.time-limit", "1m",
                        "openalpha.collection.max-failed-share", "0.5",
                        "openalpha.collection.not-found-days", "9",
                        "openalpha.collection.quote-retention-months", "6")))
                .isEqualTo(new CollectionProperties(10, 3, 7, Duration.ofSeconds(2), Duration.ofMinutes(1), 0.5, 9, 6));
    }

    private static CollectionProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("openalpha.collection", CollectionProperties.class);
    }
}
