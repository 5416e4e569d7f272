package io.openalpha.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.openalpha.ml.evaluation.Metrics;
import io.openalpha.ml.model.ModelVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Schema(name = "ModelPoint", description = "One version's figures in the course of time.")
record ModelPoint(
        @Schema(example = "random_forest_20261122_020000") String version,

        @JsonProperty("published_at") @Schema(example = "2026-11-22T02:14:07Z")
        Instant publishedAt,

        @Schema(example = "promoted") String state,

        @Schema(
                type = "object",
                description = "Out of sample, as on the model card; null if the version was not tested")
        @Nullable
        Metrics metrics) {

    static ModelPoint of(ModelVersion version) {
        return new ModelPoint(
                version.name().toString(),
                version.publishedAt(),
                version.standing().word(),
                version.manifest().evaluation().metrics());
    }
}
