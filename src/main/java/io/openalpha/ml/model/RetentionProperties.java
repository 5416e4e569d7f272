package io.openalpha.ml.model;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many versions are kept, one of {@code openalpha.training.*}.
 *
 * @param keepVersions newest versions of each algorithm that are kept, beside the one that serves
 */
@Validated
@ConfigurationProperties("openalpha.training")
public record RetentionProperties(@DefaultValue("3") @Min(1) int keepVersions) {}
