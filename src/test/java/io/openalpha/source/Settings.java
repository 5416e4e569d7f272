package io.openalpha.source;

import io.openalpha.source.alphavantage.AlphaVantageSettings;
import io.openalpha.source.guard.GuardSettings;
import io.openalpha.source.http.HttpSettings;
import io.openalpha.source.yahoo.YahooSettings;
import java.net.URI;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Settings for tests: the defaults, but without long waits. */
public final class Settings {

    public static final Duration LONG = Duration.ofSeconds(30);

    private Settings() {}

    public static HttpSettings http() {
        return new HttpSettings(LONG, LONG, LONG, DataSize.ofMegabytes(10));
    }

    public static YahooSettings yahoo(URI baseUrl) {
        return new YahooSettings(baseUrl, "Tests/1.0", 0, 20, LONG, false);
    }

    public static AlphaVantageSettings alphaVantage(URI baseUrl, String key) {
        return alphaVantage(baseUrl, key, 25);
    }

    public static AlphaVantageSettings alphaVantage(URI baseUrl, String key, int callsPerDay) {
        return new AlphaVantageSettings(baseUrl, key, 1_000_000, 1_000_000, callsPerDay, 10, 5, LONG);
    }

    public static GuardSettings guard() {
        return new GuardSettings(
                new GuardSettings.Breaker(5, Duration.ofMinutes(5), 3),
                new GuardSettings.Retry(3, Duration.ZERO, 2, Duration.ofMillis(1), 0.2, LONG));
    }
}
