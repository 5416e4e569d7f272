package io.openalpha.database;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where OpenAlpha keeps its own files.
 *
 * @param dataDir folder of the embedded PostgreSQL, which is used while no {@code spring.datasource.url} is set;
 *     relative to the working directory
 */
@Validated
@ConfigurationProperties("openalpha")
record DatabaseProperties(@NotNull @DefaultValue("data") Path dataDir) {}
