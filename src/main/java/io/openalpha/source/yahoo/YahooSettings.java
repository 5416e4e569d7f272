package io.openalpha.source.yahoo;

import io.openalpha.source.http.ServiceUrl;
import jakarta.validation.constraints.NotBlank;
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
 * How Yahoo Finance is asked.
 *
 * @param baseUrl where its chart endpoint is found
 * @param userAgent the browser that OpenAlpha says it is; Yahoo refuses Java's own
 * @param rate calls a second at most; 0 for no limit until Yahoo asks for one
 * @param concurrency calls under way at once, at most
 * @param permitWait longest that a call waits for its turn
 * @param shareRate whether the rate is that of all processes together that use the database; it always is when runs are
 *     divided into shards
 */
@Validated
@ConfigurationProperties("openalpha.source.yahoo")
public record YahooSettings(
        @DefaultValue("https://query2.finance.yahoo.com") @NotNull @ServiceUrl
        URI baseUrl,

        @DefaultValue("Mozilla/5.0 (compatible; OpenAlpha/0.1)") @NotBlank
        String userAgent,

        @DefaultValue("20") @PositiveOrZero int rate,
        @DefaultValue("20") @Positive int concurrency,

        @DefaultValue("30s") @NotNull @DurationMin(millis = 0)
        Duration permitWait,

        @DefaultValue("false") boolean shareRate) {}
