package io.openalpha.jobs.train;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings of trainings that take seconds. */
final class SmallSettings {

    private static final String PREFIX = "openalpha.training";

    private static final Map<String, String> QUICK = Map.ofEntries(
            Map.entry("min-rows", "1"),
            Map.entry("min-symbols", "2"),
            Map.entry("folds", "4"),
            Map.entry("first-training-days", "60"),
            Map.entry("min-test-days", "5"),
            Map.entry("threads", "2"),
            Map.entry("forest.trees", "20"),
            Map.entry("forest.max-depth", "5"),
            Map.entry("forest.features-per-split", "31"),
            Map.entry("network.hidden-layers", "8"),
            Map.entry("network.epochs", "3"),
            Map.entry("network.learning-rate", "0.01"),
            Map.entry("network.batch", "256"),
            Map.entry("network.members", "1"));

    private SmallSettings() {}

    /** All of them, by their names. */
    static Map<String, String> named() {
        Map<String, String> named = new HashMap<>();
        QUICK.forEach((name, value) -> named.put(PREFIX + "." + name, value));
        return named;
    }

    /** @param more names without the prefix, and values: over and beside the quick ones */
    static TrainingProperties of(String... more) {
        Map<String, String> named = named();
        for (int i = 0; i < more.length; i += 2) {
            named.put(PREFIX + "." + more[i], more[i + 1]);
        }
        return bound(named);
    }

    static TrainingProperties bound(Map<String, String> named) {
        return new Binder(new MapConfigurationPropertySource(named)).bindOrCreate(PREFIX, TrainingProperties.class);
    }
}
