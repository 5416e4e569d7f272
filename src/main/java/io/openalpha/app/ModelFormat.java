package io.openalpha.app;

import io.openalpha.format.Json;
import io.openalpha.ml.evaluation.Check;
import io.openalpha.ml.evaluation.Metrics;
import io.openalpha.ml.evaluation.RankIc;
import io.openalpha.ml.model.Manifest;
import io.openalpha.ml.model.ModelDecision;
import io.openalpha.ml.model.ModelVersion;
import io.openalpha.ml.model.TrainingData;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How versions of models are printed: a table for people, JSON for programs. */
final class ModelFormat {

    private static final Table<WireVersion> COLUMNS = new Table<WireVersion>()
            .left("VERSION", WireVersion::version)
            .left("STANDING", WireVersion::standing)
            .left("PUBLISHED (UTC)", version -> Cells.time(version.published()))
            .right("ROWS", version -> Cells.count(version.rows()))
            .left("FROM", WireVersion::first)
            .left("TO", WireVersion::last)
            .right("RANK IC", version -> Cells.decimals(4, version.rankIc()))
            .right("T", version -> Cells.decimals(2, version.rankIcT()));

    private ModelFormat() {}

    static void print(List<ModelVersion> versions, Output output) {
        output.print(
                WireVersion.class,
                versions.stream().map(WireVersion::of).toList(),
                COLUMNS,
                "No models yet: run 'openalpha train' first.");
    }

    static void printJson(ModelVersion version, List<ModelDecision> decisions, PrintWriter out) {
        out.println(Json.indented(new WireModel(
                WireVersion.of(version),
                version.manifest(),
                decisions.stream().map(WireDecision::of).toList())));
    }

    private static @Nullable RankIc rankIc(Manifest manifest) {
        Metrics metrics = manifest.evaluation().metrics();
        return metrics == null ? null : metrics.rankIc();
    }

    /** A version as programs read it. */
    private record WireVersion(
            String version,
            String algorithm,
            String standing,
            Instant published,
            String sha256,
            long bytes,
            long rows,
            LocalDate first,
            LocalDate last,
            @Nullable Double rankIc,
            @Nullable Double rankIcT) {

        static WireVersion of(ModelVersion version) {
            Manifest manifest = version.manifest();
            TrainingData data = manifest.training().data();
            RankIc rankIc = ModelFormat.rankIc(manifest);
            return new WireVersion(
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
                    rankIc == null ? null : rankIc.t());
        }
    }

    /** A version with all that is known of it as programs read it. */
    private record WireModel(WireVersion version, Manifest manifest, List<WireDecision> decisions) {}

    private record WireDecision(String ruling, String at, String who, String why, List<Check> checks) {

        static WireDecision of(ModelDecision decision) {
            return new WireDecision(
                    decision.ruling().word(),
                    decision.at().toString(),
                    decision.reason().who(),
                    decision.reason().why(),
                    decision.reason().checks());
        }
    }
}
