package io.openalpha.ml.model;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where trained models are stored, {@code openalpha.model.*}.
 *
 * @param folder for models while no bucket is set; relative to the working directory
 * @param s3 the bucket
 * @param draftAge after which a version that was begun and never published is taken to be the leftover of a dead
 *     process
 */
@Validated
@ConfigurationProperties("openalpha.model")
public record ModelProperties(
        @DefaultValue("ml-models") @NotNull Path folder,
        @DefaultValue @Valid S3Properties s3,
        @DefaultValue("1d") @NotNull Duration draftAge) {}
