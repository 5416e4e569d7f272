package io.openalpha.source.alphavantage;

import io.openalpha.source.http.ServiceUrl;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How Alpha Vantage is asked. The limits are those of a free key and hold for all processes on one database together.
 *
 * @param baseUrl where its query endpoint is found
 * @param apiKey the key; without one this source is absent
 * @param callsPerSecond calls a second at most
 * @param callsPerMinute calls a minute at most; 75 or more tell that the key is a premium one, which may fetch whole
 *     histories
 * @param callsPerDay calls a day at most, New York time
 * @param reserve calls of the day that are kept for when the other source fails, rather than spent on symbols that it
 *     does not know
 * @param concurrency calls under way at once, at most, in this process
 * @param permitWait longest that a call waits for its turn
 */
@Validated
@ConfigurationProperties("openalpha.source.alphavantage")
public record AlphaVantageSettings(
        @DefaultValue("https://www.alphavantage.co") @NotNull @ServiceUrl
        URI baseUrl,

        @DefaultValue("") String apiKey,
        @DefaultValue("1") @Positive int callsPerSecond,
        @DefaultValue("5") @Positive int callsPerMinute,
        @DefaultValue("25") @Positive int callsPerDay,
        @DefaultValue("10") @PositiveOrZero int reserve,
        @DefaultValue("5") @Positive int concurrency,

        @DefaultValue("15s") @NotNull @DurationMin(millis = 0)
        Duration permitWait) {

    private static final int PREMIUM_CALLS = 75;

    /** Blanks around the key, such as the line end of the file that it came from, are no part of it. */
    public AlphaVantageSettings {
        apiKey = apiKey.strip();
    }

    /** Whether the key is a premium one, recognised by its rate; only these may fetch whole histories. */
    public boolean isPremium() {
        return callsPerMinute >= PREMIUM_CALLS;
    }

    /** Whether there is a key. */
    public boolean isConfigured() {
        return !apiKey.isEmpty();
    }

    /** The settings without the key. */
    @Override
    public String toString() {
        return "AlphaVantageSettings[baseUrl=%s, configured=%s]".formatted(baseUrl, isConfigured());
    }
}
