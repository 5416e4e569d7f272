package io.openalpha.app;

import io.openalpha.database.TestDatabase;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Settings that commands find around them in a test, as system properties; taken away when closed. */
final class Surroundings implements AutoCloseable {

    private final Map<String, String> settings = new HashMap<>();

    Surroundings with(String name, Object value) {
        settings.put(name, value.toString());
        System.setProperty(name, value.toString());
        return this;
    }

    Surroundings with(TestDatabase database) {
        return with("spring.datasource.url", database.url())
                .with("spring.datasource.username", database.username())
                .with("spring.datasource.password", database.password());
    }

    @Override
    public void close() {
        Properties all = System.getProperties();
        settings.keySet().forEach(all::remove);
    }
}
