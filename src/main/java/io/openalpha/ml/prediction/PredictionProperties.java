package io.openalpha.ml.prediction;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Period;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of predictions, {@code openalpha.prediction.*}.
 *
 * @param staleAfter age in calendar days, today in UTC less the day of the features, beyond which a prediction is
 *     called stale; a long weekend makes four
 * @param modelPoll how often the serving versions are looked up, beside PostgreSQL's notifications; 100
 *     milliseconds to 4 seconds
 * @param barPoll how often is looked for new bars; at least 100 milliseconds
 * @param keep how long what was predicted, and what came of it, is kept
 */
@Validated
@ConfigurationProperties("openalpha.prediction")
public record PredictionProperties(
        @DefaultValue("5d") @NotNull Period staleAfter,

        @DefaultValue("3s") @NotNull @DurationMin(millis = 100) @DurationMax(seconds = 4)
        Duration modelPoll,

        @DefaultValue("10s") @NotNull @DurationMin(millis = 100)
        Duration barPoll,

        @DefaultValue("400d") @NotNull Period keep) {}
