package io.openalpha.web.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.openalpha.ml.evaluation.Metrics;
import io.openalpha.ml.evaluation.RankIc;
import io.openalpha.ml.model.Manifest;
import io.openalpha.ml.model.ModelVersion;
import io.openalpha.ml.model.TrainingData;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A published version of a model. */
@Schema(name = "Model", description = "A published version of a model.")
public record ModelView(
        @Schema(example = "random_forest_20261122_020000") String version,
        @Schema(example = "random_forest") String algorithm,

        @Schema(
                example = "promoted",
                allowableValues = {"promoted", "provisional", "stored"})
        String state,

        @JsonProperty("published_at") @Schema(example = "2026-11-22T02:14:07Z")
        Instant publishedAt,

        @Schema(description = "Of the model's file, in hexadecimal")
        String sha256,

        @Schema(example = "48210331", description = "Of the model's file")
        long bytes,

        @Schema(example = "1200000", description = "It learned from so many")
        long rows,

        @Schema(example = "2016-11-21", description = "The first day of these")
        LocalDate first,

        @Schema(example = "2026-11-20", description = "The last day of these")
        LocalDate last,

        @JsonProperty("rank_ic")
        @Schema(example = "0.015", description = "Mean of the days; null if there is none")
        @Nullable
        Double rankIc,

        @JsonProperty("rank_ic_t")
        @Schema(example = "2.5", description = "Mean over standard error; null if there is none")
        @Nullable
        Double rankIcT,

        @Schema(
                type = "object",
                description = "Out of sample, as on the model card; null if the version was not tested")
        @Nullable
        Metrics metrics) {

    public static ModelView of(ModelVersion version) {
        Manifest manifest = version.manifest();
        TrainingData data = manifest.training().data();
        Metrics metrics = manifest.evaluation().metrics();
        RankIc rankIc = metrics == null ? null : metrics.rankIc();
        return new ModelView(
                version.name().toString(),
                version.name().algorithm(),
                version.standing().word(),
                version.publishedAt(),
                manifest.model().sha256(),
                manifest.model().bytes(),
                data.rows(),
                data.first(),
                data.last(),
                rankIc == null ? null : rankIc.mean().value(),
                rankIc == null ? null : rankIc.t(),
                metrics);
    }
}
