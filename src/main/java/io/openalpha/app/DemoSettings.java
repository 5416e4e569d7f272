package io.openalpha.app;

import io.openalpha.simulator.Simulator;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Settings by which everything happens on a simulated market and in a folder, whatever the environment says.
 *
 * @param byName each with its value
 */
record DemoSettings(Map<String, String> byName) {

    static DemoSettings of(Simulator market, Path folder) {
        return new DemoSettings(Map.ofEntries(
                Map.entry("openalpha.data-dir", folder.toString()),
                Map.entry("openalpha.model.folder", folder.resolve("ml-models").toString()),
                Map.entry("openalpha.backfill.history", history()),
                Map.entry("spring.datasource.url", ""),
                Map.entry("openalpha.source.preferred", "yahoo"),
                Map.entry("openalpha.source.yahoo.rate", "0"),
                Map.entry("openalpha.collection.politeness-delay", "0s"),
                Map.entry("openalpha.source.yahoo.base-url", market.yahooUrl().toString()),
                Map.entry(
                        "openalpha.source.alphavantage.base-url",
                        market.alphaVantageUrl().toString()),
                Map.entry("openalpha.source.alphavantage.api-key", "demo")));
    }

    /** Two years are enough to show, and quick to fetch. */
    private static String history() {
        return Objects.requireNonNullElse(System.getenv("OPENALPHA_BACKFILL_HISTORY"), "2y");
    }

    Application applyTo(Application application) {
        byName.forEach((name, value) -> application.with(name + "=" + value));
        return application;
    }

    /** The same for another process. */
    Map<String, String> environment() {
        return byName.entrySet().stream()
                .collect(Collectors.toMap(
                        setting -> setting.getKey().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"),
                        Map.Entry::getValue));
    }
}
