package io.openalpha.jobs.collect;

import io.openalpha.jobs.fetch.FetchSettings;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the collection, {@code openalpha.collection.*}.
 *
 * @param notFoundDays days in a row on which no source knows a symbol, after which it is set aside
 * @param quoteRetentionMonths age in months at which quotes are dropped; zero keeps them for ever
 */
@Validated
@ConfigurationProperties("openalpha.collection")
public record CollectionProperties(
        @DefaultValue("50") @Min(1) int chunkSize,
        @DefaultValue("24") @Min(1) int inFlight,
        @DefaultValue("100") @Min(1) int politenessBatch,
        @DefaultValue("500ms") @NotNull Duration politenessDelay,
        @DefaultValue("8m") @NotNull Duration timeLimit,

        @DefaultValue("0.2") @DecimalMin("0") @DecimalMax("1")
        double maxFailedShare,

        @DefaultValue("5") @Min(1) int notFoundDays,
        @DefaultValue("0") @Min(0) int quoteRetentionMonths)
        implements FetchSettings {

    @Override
    public String prefix() {
        return "openalpha.collection";
    }
}
