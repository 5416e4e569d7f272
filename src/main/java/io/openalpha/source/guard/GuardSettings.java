package io.openalpha.source.guard;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What guards every source.
 *
 * @param breaker when a failing source is left alone
 * @param retry how a failed call is repeated
 */
@Validated
@ConfigurationProperties("openalpha.source")
public record GuardSettings(
        @DefaultValue @NotNull @Valid Breaker breaker,
        @DefaultValue @NotNull @Valid Retry retry) {

    /**
     * When a failing source is left alone.
     *
     * @param failures failures in a row that open the circuit, each after all its retries
     * @param open how long it stays open
     * @param probes calls that are then let through to find out whether the source has recovered
     */
    public record Breaker(
            @DefaultValue("5") @Positive int failures,

            @DefaultValue("300s") @NotNull @DurationMin(millis = 1)
            Duration open,

            @DefaultValue("3") @Positive int probes) {}

    /**
     * How a failed call is repeated.
     *
     * @param attempts calls for one symbol at most, the first included
     * @param delay wait before the second attempt
     * @param multiplier growth of the wait from one attempt to the next
     * @param maxDelay longest wait
     * @param jitter share of the wait by which it is randomly longer or shorter
     * @param maxPause longest that a call waits because the source asked to be left alone for a while
     */
    public record Retry(
            @DefaultValue("3") @Positive int attempts,

            @DefaultValue("1s") @NotNull @DurationMin(millis = 0)
            Duration delay,

            @DefaultValue("2") @DecimalMin("1") double multiplier,

            @DefaultValue("60s") @NotNull @DurationMin(millis = 1)
            Duration maxDelay,

            @DefaultValue("0.2") @DecimalMin("0") @DecimalMax("1")
            double jitter,

            @DefaultValue("60s") @NotNull @DurationMin(millis = 0)
            Duration maxPause) {}
}
