package io.openalpha.app;

import io.openalpha.ml.evaluation.Check;
import io.openalpha.ml.evaluation.Metrics;
import io.openalpha.ml.evaluation.RankIc;
import io.openalpha.ml.model.Manifest;
import io.openalpha.ml.model.ModelDecision;
import io.openalpha.ml.model.ModelVersion;
import io.openalpha.ml.model.TrainingData;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How versions of models are printed: a table for people, JSON for programs. */
final class ModelFormat {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String ROW = "%-34s  %-11s  %-19s  %11s  %-10s  %-10s  %8s  %6s%n";

    private ModelFormat() {}

    static void print(List<ModelVersion> versions, PrintWriter out) {
        out.printf(Locale.ROOT, ROW, "VERSION", "STANDING", "PUBLISHED (UTC)", "ROWS", "FROM", "TO", "RANK IC", "T");
        for (ModelVersion version : versions) {
            TrainingData data = version.manifest().training().data();
            RankIc rankIc = rankIc(version.manifest());
            out.printf(
                    Locale.ROOT,
                    ROW,
                    version.name(),
                    version.standing().word(),
                    UTC.format(version.publishedAt()),
                    String.format(Locale.ROOT, "%,d", data.rows()),
                    data.first(),
                    data.last(),
                    number(rankIc == null ? null : rankIc.mean().value(), "%.4f"),
                    number(rankIc == null ? null : rankIc.t(), "%.2f"));
        }
        out.flush();
    }

    static void printJson(List<ModelVersion> versions, PrintWriter out) {
        PrettyJson.print(versions.stream().map(WireVersion::of).toList(), out);
        out.flush();
    }

    static void printJson(ModelVersion version, List<ModelDecision> decisions, PrintWriter out) {
        PrettyJson.print(
                new WireModel(
                        WireVersion.of(version),
                        version.manifest(),
                        decisions.stream().map(WireDecision::of).toList()),
                out);
        out.flush();
    }

    private static @Nullable RankIc rankIc(Manifest manifest) {
        Metrics metrics = manifest.evaluation().metrics();
        return metrics == null ? null : metrics.rankIc();
    }

    private static String number(@Nullable Double value, String format) {
        return value == null ? "-" : String.format(Locale.ROOT, format, value);
    }

    /** A version as programs read it. */
    private record WireVersion(
            String version,
            String algorithm,
            String standing,
            String published,
            String sha256,
            long bytes,
            long rows,
            String first,
            String last,
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
                    version.publishedAt().toString(),
                    manifest.model().sha256(),
                    manifest.model().bytes(),
                    data.rows(),
                    data.first().toString(),
                    data.last().toString(),
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
