package io.openalpha.ml.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.ml.evaluation.Assessment;
import io.openalpha.ml.evaluation.Brier;
import io.openalpha.ml.evaluation.CalibrationBin;
import io.openalpha.ml.evaluation.Check;
import io.openalpha.ml.evaluation.Direction;
import io.openalpha.ml.evaluation.Estimate;
import io.openalpha.ml.evaluation.Evaluation;
import io.openalpha.ml.evaluation.EvaluationSettings;
import io.openalpha.ml.evaluation.Importance;
import io.openalpha.ml.evaluation.LogLoss;
import io.openalpha.ml.evaluation.Metrics;
import io.openalpha.ml.evaluation.Portfolio;
import io.openalpha.ml.evaluation.RankIc;
import io.openalpha.ml.evaluation.Ruling;
import io.openalpha.ml.evaluation.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelCardTests {

    private static final Metrics METRICS = new Metrics(
            200_000,
            500,
            new Estimate(0.511, 0.509, 0.513),
            new Direction(known(0.52), 0.519),
            new Estimate(0.5123, 0.51, 0.5146),
            new LogLoss(known(0.692901), 0.693142, new Estimate(-0.000241, -0.0004, -0.0001)),
            new Brier(known(0.24988), 0.0001, 0.0002, 0.25),
            List.of(new CalibrationBin(0.48, 0.485, 20_000)),
            new RankIc(new Estimate(0.0153, 0.01, 0.0206), 0.13, 0.12, 0.0044, 3.45, 5, 0.5475),
            new Portfolio(new Estimate(0.00123, 0.0005, 0.0019), 2.5, 5, -0.00002, 4.92));

    private static final Metrics UP = new Metrics(
            200_000, 500, known(0.5), new Direction(known(0.52), 0.52), null, null, null, List.of(), null, null);

    private static final Assessment ASSESSMENT = new Assessment(
            new Evaluation(
                    "random forest",
                    EvaluationSettings.standard(1),
                    slice("pooled", METRICS),
                    List.of(slice("fold 1", METRICS)),
                    List.of()),
            List.of(new Evaluation(
                    "always up", EvaluationSettings.standard(1), slice("pooled", UP), List.of(), List.of())),
            List.of("ranks better than chance"),
            null,
            null,
            new Importance("rank IC", Map.of("return_5", 0.001, "return_1", 0.004)));

    private static final ModelDecision DECISION = new ModelDecision(
            VersionName.parse("random_forest_20261122_020000"),
            Ruling.PROMOTED,
            Instant.parse("2026-11-22T02:05:00Z"),
            new Reason(
                    "train",
                    "all checks passed",
                    List.of(new Check("rank IC", "t above 2", "t 3.45", true), new Check("a|b", "x", "y", false))));

    @Test
    void showsEveryFigureBesideTheBaselines() {
        assertThat(card(ASSESSMENT).text())
                .startsWith("Model random_forest_20261122_020000\n===")
                .contains("promoted; published 2026-11-22T02:04:00Z")
                .contains("ranks better than chance")
                .contains("random forest  0.0153 [0.0100, 0.0206]  3.45  0.1200  0.5475        0.5123 [0.5100, 0.5146]")
                .containsPattern("always up +- +- +- +- +- +0\\.5000 +0\\.5200")
                .contains("random forest  0.692901  0.693142     -0.000241 [-0.000400, -0.000100]  0.2499")
                .contains("random forest  12.30 [5.00, 19.00]  2.50      5.0    -0.20  4.92")
                .contains("fold 1, 2024-01-02 to 2024-12-31  500   200,000")
                .contains("0.4800    0.4850     20,000")
                .doesNotContain("Years");
    }

    @Test
    void showsTheMostImportantFeatureFirst() {
        assertThat(card(ASSESSMENT).text()).contains("Feature   Lost rank IC\nreturn_1  0.00400\nreturn_5  0.00100\n");
    }

    @Test
    void showsDecisionsWithTheirChecks() {
        assertThat(card(ASSESSMENT).text())
                .contains("Decision: promoted")
                .contains("2026-11-22 02:05:00 UTC, by train: all checks passed")
                .contains("rank IC  t above 2  t 3.45    passed")
                .contains("a|b      x          y         failed");
    }

    @Test
    void showsHowTheModelWasMade() {
        assertThat(card(ASSESSMENT).text())
                .contains("1,200,000 rows of 481 symbols, from 2016-11-21 to 2026-11-20.")
                .contains("2 features of version 1, in this order:\nreturn_1, return_5\n")
                .contains("Seed: 42")
                .contains("trees  100\n")
                .contains("tribuo     4.3.2\n")
                .contains("model.pb of 7 bytes, SHA-256 abc");
    }

    @Test
    void isMarkdownToo() {
        assertThat(card(ASSESSMENT).markdown())
                .startsWith("# Model random\\_forest\\_20261122\\_020000\n\n## Standing\n\n- promoted;")
                .contains("| Feature | Lost rank IC |\n| --- | --- |\n| return\\_1 | 0.00400 |\n")
                .contains("| a\\|b | x | y | failed |");
    }

    @Test
    void leavesOutWhatWasNotMeasured() {
        assertThat(card(Assessment.NONE).text())
                .contains("Data\n----")
                .doesNotContain("Verdict", "baselines", "Calibration", "Importance", "null");
    }

    private static ModelCard card(Assessment assessment) {
        Manifest manifest =
                new Manifest(1, "random_forest_20261122_020000", new Digest("abc", 7), Trained.forest(), assessment);
        return new ModelCard(
                new ModelVersion(
                        manifest.name(), Instant.parse("2026-11-22T02:04:00Z"), Standing.PROMOTED, manifest, null),
                List.of(DECISION));
    }

    private static Slice slice(String name, Metrics metrics) {
        return new Slice(name, LocalDate.of(2024, 1, 2), LocalDate.of(2024, 12, 31), metrics);
    }

    private static Estimate known(double value) {
        return new Estimate(value, null, null);
    }
}
