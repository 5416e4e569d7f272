package io.openalpha.jobs.backfill;

import io.openalpha.jobs.fetch.FetchSettings;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the history job, {@code openalpha.backfill.*}.
 *
 * @param history how far back a symbol's first backfill reaches unless a first day is given
 * @param overlap final bars that are asked for again, to notice when a source has changed the past
 */
@Validated
@ConfigurationProperties("openalpha.backfill")
public record BackfillProperties(
        @DefaultValue("10y") @NotNull Period history,
        @DefaultValue("5") @Min(1) int overlap,
        @DefaultValue("25") @Min(1) int chunkSize,
        @DefaultValue("24") @Min(1) int inFlight,
        @DefaultValue("100") @Min(1) int politenessBatch,
        @DefaultValue("500ms") @NotNull Duration politenessDelay,
        @DefaultValue("60m") @NotNull Duration timeLimit,

        @DefaultValue("0.2") @DecimalMin("0") @DecimalMax("1")
        double maxFailedShare)
        implements FetchSettings {

    @Override
    public String prefix() {
        return "openalpha.backfill";
    }
}
