package io.openalpha.app;

import io.openalpha.format.Json;
import io.openalpha.ml.evaluation.Check;
import io.openalpha.ml.model.Manifest;
import io.openalpha.ml.model.ModelDecision;
import io.openalpha.ml.model.ModelVersion;
import io.openalpha.web.view.ModelView;
import java.io.PrintWriter;
import java.util.List;

/** How versions of models are printed: a table for people, JSON for programs. */
final class ModelFormat {

    private static final Table<ModelView> COLUMNS = new Table<ModelView>()
            .left("VERSION", ModelView::version)
            .left("STATE", ModelView::state)
            .left("PUBLISHED (UTC)", version -> Cells.time(version.publishedAt()))
            .right("ROWS", version -> Cells.count(version.rows()))
            .left("FROM", ModelView::first)
            .left("TO", ModelView::last)
            .right("RANK IC", version -> Cells.decimals(4, version.rankIc()))
            .right("T", version -> Cells.decimals(2, version.rankIcT()));

    private ModelFormat() {}

    static void print(List<ModelVersion> versions, Output output) {
        output.print(
                ModelView.class,
                versions.stream().map(ModelView::of).toList(),
                COLUMNS,
                "No models yet: run 'openalpha train' first.");
    }

    static void printJson(ModelVersion version, List<ModelDecision> decisions, PrintWriter out) {
        out.println(Json.indented(new WireModel(
                ModelView.of(version),
                version.manifest(),
                decisions.stream().map(WireDecision::of).toList())));
    }

    /** A version with all that is known of it as programs read it. */
    private record WireModel(ModelView version, Manifest manifest, List<WireDecision> decisions) {}

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
