package io.openalpha.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ShardPropertiesTests {

    @Test
    void divideNothingByDefault() {
        assertThat(bind(Map.of()).shard()).isEqualTo(Shard.WHOLE);
    }

    @Test
    void haveTheNamesThatTheDocumentationStates() {
        assertThat(bind(Map.of("openalpha.shard.index", "2", "openalpha.shard.count", "8"))
                        .shard())
                .isEqualTo(new Shard(2, 8));
    }

    private static ShardProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("openalpha.shard", ShardProperties.class);
    }
}
