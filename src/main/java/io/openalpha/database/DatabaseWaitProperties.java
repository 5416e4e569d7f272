package io.openalpha.database;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.validation.annotation.Validated;

/**
 * Patience with the database of {@code spring.datasource.url}, {@code openalpha.database.*}.
 *
 * @param longestWait how long a start waits for it to take connections, in seconds where no unit is given; zero to fail
 *     at once
 */
@Validated
@ConfigurationProperties("openalpha.database")
record DatabaseWaitProperties(
        @DefaultValue("0s")
        @NotNull
        @DurationMin(millis = 0)
        @DurationMax(hours = 1)
        @DurationUnit(ChronoUnit.SECONDS)
        @Name("wait")
        Duration longestWait) {}
