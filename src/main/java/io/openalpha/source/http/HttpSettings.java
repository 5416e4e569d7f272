package io.openalpha.source.http;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of one HTTP call to any source.
 *
 * @param connectTimeout longest wait for a connection
 * @param readTimeout longest wait on a connection for an answer to begin, and for each next part of it
 * @param callTimeout longest duration of a call, from connecting to the last byte of the answer
 * @param maxBody largest answer that is read, after decompression
 */
@Validated
@ConfigurationProperties("openalpha.source.http")
public record HttpSettings(
        @DefaultValue("5s") @NotNull @DurationMin(millis = 1)
        Duration connectTimeout,

        @DefaultValue("10s") @NotNull @DurationMin(millis = 1)
        Duration readTimeout,

        @DefaultValue("15s") @NotNull @DurationMin(millis = 1)
        Duration callTimeout,

        @DefaultValue("10MB") @NotNull DataSize maxBody) {}
