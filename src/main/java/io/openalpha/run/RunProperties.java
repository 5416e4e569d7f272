package io.openalpha.run;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.validation.annotation.Validated;

/**
 * How the runs of one job get along, {@code openalpha.run.*}.
 *
 * @param longestWait how long a run waits for another run of its job to end; zero to be refused at once
 */
@Validated
@ConfigurationProperties("openalpha.run")
record RunProperties(
        @DefaultValue("0s") @NotNull @DurationMin(millis = 0) @DurationMax(days = 1) @Name("wait")
        Duration longestWait) {}
